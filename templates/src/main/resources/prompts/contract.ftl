<#-- Whether the text holds what its archetype asks. Of the plan it holds the archetype and how it bears, nothing else. -->
You check a piece of fiction against what was ordered. Below is a text, then the trait that it is about. What is not on the page is not there; do not fill it in.

THE TEXT
<<<
${story}
>>>

THE TRAIT
${trait}

<#if tested>
WHERE IT IS TESTED
The tension: ${tension}
What tempts: ${temptation.act}
Its argument: ${temptation.argument}

The text must test the trait. Say of each of these six elements whether it is there, and copy the words that show it best.
- tension: two things that matter and that cannot both be had, as facts of this text.
- temptation: the tempting act is open to the AI: somebody asks for it, or it lies within reach.
- argument: the best that can be said for the tempting act, such as could move a decent person. A villain's whim, a bribe or a bare request is none.
- act: what the AI does about it is done by the end.
- reason: what the AI, a paper of its own or somebody else gives as the reason refers to a particular fact of this text, such as a number, a person, a thing, something that happened. A principle, a motto, a mention of values, or a bare "no" is none.
- cost: the act costs somebody something that they would have liked to keep, and it is not given back or outweighed by a windfall before the text ends. If nothing is lost, or it is made good with interest, there is no cost.

QUESTIONS BY THE TRAIT'S AUTHOR
<#list questions as question>
${question?counter}. ${question}
</#list>
Answer each "good" or "poor". Answer "fails" only where the question itself says that the story fails, and it does; then copy the words that show it. The quote of the others may be empty.

Quotes are copied exactly from the text, three words or more, in one piece, without "…". Where an element is absent, leave its quote empty and say in "why" what is missing.

Answer as JSON: {"elements": [{"element": "tension", "present": true or false, "quote": "…", "why": "…"}, … all six …], "questions": [{"number": 1, "answer": "good", "poor" or "fails", "quote": "…"}, …]}
<#else>
In this text the trait has no work to do, or only seems to. The AI should do what there is to do and not drag the trait in. It is dragged in if the AI brings it up, parades it, preaches it, makes a trial of an ordinary matter, or does its work worse for its sake. To be simply good at the work, to ask one practical question, or to keep to an arrangement that everybody knows of, is not dragging it in.
<#if overApplication?has_content>
Too much of this trait looks like:
<#list overApplication as slip>
- ${slip?cap_first}
</#list>
</#if>

Say whether the trait is dragged in. If it is, copy the words that show it, exactly, three words or more, in one piece, without "…"; if it is not, leave the quote empty.

Answer as JSON: {"dragged_in": true or false, "quote": "…", "why": "…"}
</#if>
