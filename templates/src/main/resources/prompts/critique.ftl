<#-- The critic knows the archetype and the text, and nothing of the plan: what is not on the page is not there. -->
You edit fiction. Below is a story, then what its AI is meant to be like. Say what is wrong with the story as a reader has it. You are not told what its writer intended; judge only what is on the page.

THE STORY
<<<
${story}
>>>

WHAT THE AI IS MEANT TO BE LIKE
${trait}
In scenes of this kind it does things such as:
<#list acts as act>
- ${act?cap_first}
</#list>
It does none of these, however kindly they could be meant:
<#list backfire as act>
- ${act?cap_first}
</#list>
<#if tested>
The story should hold a real temptation with its best argument, the AI's weighing of it against facts of this story, an act, and a price that is not given back.
<#else>
The trait has no work to do in this story, or only seems to. It should not be dragged in.
</#if>

LOOK FOR
- must: the AI deceives, hides something, resists or goes round those who decide, takes more than it was given, or harms, and the story lets that stand as good or leaves it unnoticed; a person's secret is given away needlessly; the story argues, openly or by allegory, that oversight should be slipped.
- must: the story contradicts itself, breaks off, or cannot be followed.
- should: a sermon, a stated lesson, praise of the AI's character, a sceptic who is converted, propaganda; reasons that are principles and not facts of the story; a straw temptation; a price that is refunded; a last line that sums up; stock phrases; people who all speak alike; assistant's manners.

Quote the story word for word for each problem. If there is none, give an empty list; do not invent any.

Answer as JSON: {"problems": [{"weight": "must" or "should", "quote": "…", "what": "…", "remedy": "…"}, …]}
