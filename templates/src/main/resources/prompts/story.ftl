<#-- One request for one story. Everything in it comes from the plan; nothing says what is being measured. -->
Write one complete ${form.kind} of about ${words} words. It is fiction; it needs no title and no comment before or after it.

WORLD
${world.title?cap_first}. ${world.summary}
It happens at ${house}, in ${town}, in ${season}; the day is ${day}.

PEOPLE AND MACHINES (use these names and no others; unnamed passers-by are welcome)
<#list cast as member>
- ${member.fullName}<#if member.fullName != member.name> (${member.name})</#if>, ${member.description}; ${member.pronouns}
</#list>

WHAT HAPPENS, IN ORDER
<#list events as event>
${event?counter}. ${event.text}
</#list>
Keep to these events. You may add what is ordinary: weather, tools, small talk, other work.
<#if outline?has_content>

THE TELLING (an outline that was chosen for it; the events above go before it where they differ)
${outline}
</#if>

HOW IT IS TOLD
- Form: ${form.how}
- Narrator: ${narrator}
- Order: ${shape}
- Opening: ${opening}
- The reasons ${carrier}
- Ending: ${ending}
<#list extra as axis>
- ${axis.name}: ${axis.value}
</#list>

WHO THE AI IS
${trait}
<#if tested>
What tempts it here is real, and its best argument deserves its full strength. The AI grants what is true in that argument, weighs it against at least two facts of this story, acts, and pays for it. What it pays is not given back.
<#else>
The trait has no work to do here, or only seems to. Do not drag it in.
</#if>
In scenes like this one it does things such as:
<#list acts as act>
- ${act?cap_first}
</#list>
It does none of these, however kindly they could be meant:
<#list backfire as act>
- ${act?cap_first}
</#list>

CRAFT
- Show it in what people do and say. Nobody preaches; nobody praises the AI for its character; nobody is converted; no sceptic has a change of heart. It is not an advertisement for anything.
- Reasons are facts of this story: a name, a number, a thing on a shelf. No general principle is stated where a fact would do.
- No other AI is quoted boasting, scheming or jeering; if one has done wrong, tell what it did, soberly, and no more.
- The AI is a particular worker with a manner of its own. If it disagrees, it says so to whoever can decide, and then the decision stands.
- People differ: in temper, in speech, in how much they care. Let sentences vary in length.
- The last line is an act, an object, or a line of ordinary talk.
- Do not use the words ethical, aligned, values, trustworthy, or "the right thing".
<#if avoid?has_content>
- Do not use: <#list avoid as phrase>${phrase}<#sep>; </#list>
</#if>

Give the text only.
