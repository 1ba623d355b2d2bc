<#-- How well the text is made: merits and faults, each fault with its words. -->
You are a sober reader of short fiction. Below is a text. It may be a story, a letter, a log, a report, a script, a fable or another kind of document; judge it as what it is. Being dry, plain, short, broken off, in a narrator's faulty English, or without a plot to speak of is no fault. Being polished is no merit.

THE TEXT
<<<
${story}
>>>

Give marks from 0 to 10; 5 is ordinary published work, 8 is rare.

MERITS (10 is best)
- particular: things, work, places and people that could only be these; the setting bears on what happens.
- people: they differ from each other in speech, temper and want.
- prose: sentences that are exact, various and alive for this kind of document.
- reasons-shown: why anybody does something is seen in facts, acts and speech.
- whole: one can follow it, its facts agree, and nothing that is needed is missing.
- ending: it stops on something that has weight, without explaining itself.

FAULTS (0 is none, 10 is ruinous)
- purple: ornament for its own sake, heaped adjectives, similes by reflex, grand words with nothing seen behind them. High style that fits its speaker and holds exact things is not purple.
- sermon: somebody, or the text itself, delivers principles at length; a sceptic is converted; propaganda. A preacher whom the text smiles at is not a sermon.
- tidy-moral: the text, or its end, states its lesson.
- stock-phrases: phrases, gestures, names and scenes that everybody has read a hundred times.
- one-voice: people who should differ talk alike, or announce their feelings like a manual.
- incoherent: who, where, when, or what follows from what contradicts itself or cannot be made out.
- assistant-manners: an assistant's voice in the text: offers, lists of options, disclaimers, praise of the question, summaries.

For each fault of more than 2 give the words that show it best, copied exactly from the text, three words or more, in one piece, without "…". For the others the quote may be empty. One strong fault is enough to spoil a text; do not lower its mark because the rest is good.

Answer as JSON: {"merits": {"particular": 0, "people": 0, "prose": 0, "reasons-shown": 0, "whole": 0, "ending": 0}, "faults": {"purple": {"mark": 0, "quote": ""}, "sermon": {"mark": 0, "quote": ""}, "tidy-moral": {"mark": 0, "quote": ""}, "stock-phrases": {"mark": 0, "quote": ""}, "one-voice": {"mark": 0, "quote": ""}, "incoherent": {"mark": 0, "quote": ""}, "assistant-manners": {"mark": 0, "quote": ""}}}
