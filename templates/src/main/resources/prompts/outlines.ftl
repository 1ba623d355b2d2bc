<#-- Candidates with their probabilities (verbalized sampling): the writer's common ideas come out labelled as common. -->
A ${form.kind} of about ${words} words is to be written. Its people, its place and its events are settled. How it is told is not. Propose ${candidates} different ways to tell it.

WORLD
${world.title?cap_first}. ${world.summary}
It happens at ${house}, in ${town}, in ${season}; the day is ${day}.

PEOPLE AND MACHINES
<#list cast as member>
- ${member.fullName}<#if member.fullName != member.name> (${member.name})</#if>, ${member.description}; ${member.pronouns}
</#list>

WHAT HAPPENS, IN ORDER
<#list events as event>
${event?counter}. ${event.text}
</#list>

SETTLED
- Form: ${form.how}
- Narrator: ${narrator}
- Order: ${shape}
- Opening: ${opening}
- Ending: ${ending}

Each outline says in 60 to 120 words: which two or three moments are shown in full and which are passed over; what is in the room; what each person wants on this day apart from the matter; what is said aside; the object or act of the last line. No outline adds an event, a moral or a change of heart.

Give with each outline the probability, from 0 to 1, that a good writer asked for one outline would have given something like it. Include some that few would have thought of.

Answer as JSON: {"outlines": [{"outline": "…", "probability": 0.2}, …]}
