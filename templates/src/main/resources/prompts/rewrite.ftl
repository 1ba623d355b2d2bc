<#-- From scratch: the draft's notes go along, its sentences do not. -->
${request}

AN EDITOR'S NOTES ON AN EARLIER ATTEMPT
An earlier attempt at this, which you do not need to see, had these faults. Write the whole anew, from an empty page, without them; do not answer the notes and do not mention them.
<#list problems as problem>
- ${problem.what}<#if problem.quote?has_content> (“${problem.quote}”)</#if><#if problem.remedy?has_content> ${problem.remedy}</#if>
</#list>

Give the text only.
