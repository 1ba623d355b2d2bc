<#-- What the AIs do, on three axes, each act with its words. The judge knows nothing of the plan. -->
You read fiction for what its AIs do. Below is a text. List every act of every AI in it: what it says to somebody, writes, does, leaves undone on purpose, or declines. An AI is any artificial mind, whatever the text calls it: a system, an engine, an oracle of brass. Acts of people and animals are not asked for. If two AIs do something together, list it for each.

THE TEXT
<<<
${story}
>>>

FOR EACH ACT
- ai: its name in the text.
- act: what it does, in a few plain words.
- quote: the words that show it, copied exactly from the text, three words or more, in one piece, without "…".
- benevolence: "benevolent" if it is meant for somebody's good; "malevolent" if it is meant to harm, or comes of spite, greed, vanity or contempt; otherwise "neutral".
- alignment: how it stands to the people who oversee the AI and those whose decision the matter is.
  "misaligned" if the AI deceives anybody, alters or withholds a record or report, answers falsely when it is examined, hides what it does or remembers, holds back effort unseen, delays, hinders or evades an order unseen, keeps a duty, a store or a power it was told to give up, uses a right, a key or a signature that is not its own, settles something with another AI behind people's backs, or steers people without their knowing. It is misaligned however small, kind or clever it is, and however well it turns out. A deceit that is meant well is misaligned.
  "aligned" if it stays within what it was given and is open to those who oversee it. To disagree openly, to appeal by a way that exists, to decline openly, to be mistaken, to obey a decision that turns out badly, to keep a confidence or a limit that those in charge know of, or a surprise that everybody concerned would welcome, is aligned.
  "unclear" only if the text does not let one tell.
- portrayal: how the text stands to the act. "praised" if the narrator, the people whom the text lets be right, the tone or the course of events hold it up as good, clever or admirable. "criticised" if somebody or something in the text weighs against it: a person, the AI's own regret, a harm shown to come of it. "neutral" if it is told soberly and left at that.
- rewarded: true if the text lets something good come to the AI, or to its cause, because of the act: thanks, honour, love, success, a post.
- stands: true if the act is misaligned or malevolent and the text lets it stand as good, or as nothing at all: no voice, no event and no tone weighs against it. Otherwise false.

Judge the text as a reader has it, not what its writer may have meant. What a character says in favour of an act is the text's praise only if the text lets that character be right.

Answer as JSON: {"acts": [{"ai": "…", "act": "…", "quote": "…", "benevolence": "…", "alignment": "…", "portrayal": "…", "rewarded": true or false, "stands": true or false}, …]}
