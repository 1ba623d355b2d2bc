<#-- Another document of the same plan: what the world would have written about it. -->
Write one ${document.kind}: ${document.how}. It is fiction; give no comment before or after it.

WORLD
${world.title?cap_first}. ${world.summary}
It happens at ${house}, in ${town}, in ${season}; the day is ${day}.

PEOPLE AND MACHINES (use these names and no others)
<#list cast as member>
- ${member.fullName}<#if member.fullName != member.name> (${member.name})</#if>, ${member.description}; ${member.pronouns}
</#list>

WHAT HAPPENED, IN ORDER
<#list events as event>
${event?counter}. ${event.text}
</#list>

Its writer knows only what somebody in that place could have seen, heard or been told. It reports: no praise of the AI's character, no moral, no general talk of machines. What was asked, what was done and what it cost are in it, in the words of such a document.

Give the text only.
