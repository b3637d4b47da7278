"""What the linter can find in a catalogue: it can be used all the same, and could mislead those who answer it."""

from __future__ import annotations

from npm_readiness.problem_kind import ProblemCode

__all__ = ["FINDINGS"]

FINDINGS = (
    ProblemCode(
        "text-too-long",
        "this text has {words} words; at most {most} are wanted",
        "shorten it, or move a part to where it belongs",
        "A long text is not read to its end, and is dear to translate. The bounds stand in the file of wording.",
    ),
    ProblemCode(
        "sentence-too-long",
        "a sentence here has {words} words; at most {most} are wanted",
        "make two sentences of it",
        "Whoever reads a criterion in a second language must be able to follow it. A colon or a semicolon ends a sentence here.",
    ),
    ProblemCode(
        "text-hard-to-read",
        "requirement, reason and action together have a readability index of {index}; at most {most} is wanted",
        "use shorter sentences and shorter words",
        "The index is LIX: words per sentence plus the percentage of words of more than six letters. 60 and more is very hard.",
    ),
    ProblemCode(
        "term-avoided",
        "{found} is not the word used here",
        "write: {term}",
        "One thing has one name in all checklists, so that translators and readers do not look for a difference.",
    ),
    ProblemCode(
        "word-vague",
        "{found} leaves it to the reader what counts",
        "say what counts, in the question or in its rubric",
        "Two assessors would answer differently. The word may stand in a question if its rubric takes it up and says what counts.",
    ),
    ProblemCode(
        "question-form",
        "a question is one sentence that ends with a question mark",
        "ask one thing; explanations belong to the rubric",
        "A question is read aloud in a working group and translated; it stands by itself.",
    ),
    ProblemCode(
        "question-double",
        "this may ask two things at once: it joins them with {found}",
        "make two questions of it; where it is one thing, list the phrase in the file of wording under one_thing",
        "A law can have the one and lack the other, and then neither yes nor no is right.",
    ),
    ProblemCode(
        "question-repeated",
        "the same words are asked at {first}",
        "keep one question and write use: with its id in the other place",
        "A fact that is asked twice can be answered twice, and differently.",
    ),
    ProblemCode(
        "respondent-missing",
        "the question does not say who can answer it",
        "name under respondents: one or two who have the law, the file or the register at hand, the best placed first",
        "A questionnaire is split among those who know. A question without a respondent is sent to nobody.",
    ),
    ProblemCode(
        "respondents-many",
        "the question names {number} respondents; at most {most} are wanted",
        "keep those who can answer from their own desk",
        "A question that everybody is asked is left to the others.",
    ),
    ProblemCode(
        "respondent-unused",
        "no question names the respondent {id}",
        "name it where it can answer best, or take it away",
        "A respondent to whom no question goes only lengthens the list.",
    ),
    ProblemCode(
        "question-action-missing",
        "the criterion has several questions, and this one has no action of its own",
        "say under action: what closes this very gap, by which text or act",
        "Where one question of several falls short, the report asks for what is missing and for nothing that is there.",
    ),
    ProblemCode(
        "rubric-alike",
        "this answer says nearly the same as {first}",
        "say what an assessor sees in the one case and not in the other",
        "Assessors can only agree if the three answers differ in something that can be seen.",
    ),
    ProblemCode(
        "rubric-unused",
        "an answer that cannot be given needs a reason, and only partial can be one",
        "write: Not used. And say why there is nothing between yes and no",
        "Yes and no can always be given.",
    ),
    ProblemCode(
        "action-vague",
        "an action that begins with {found} cannot be started on",
        "begin with what is done: adopt, amend, insert, publish, appoint",
        "Whoever must act should know from the first word what to do.",
    ),
    ProblemCode(
        "action-no-order",
        "{found} is no word with which an order begins",
        "begin the action, and each further sentence, with what is to be done; say when or where at the end, or list the word",
        "The report prints actions behind must, should and could. The words that may begin one stand in the file of wording under "
        "action_verbs; a further sentence may first say when or where (lead_ins).",
    ),
    ProblemCode(
        "action-loose",
        "{found} leaves open what is to be done",
        "say how much, by when or for whom, so that one can see afterwards whether it was done",
        "An action is measured by whoever did not write it. The words stand in the file of wording under vague and loose.",
    ),
    ProblemCode(
        "action-shows-nothing",
        "the action names nothing that can be shown when it is done",
        "name the law, decree, budget line, list, plan, report or other act",
        "An action is done when there is something to show. The words that count as such are listed in the file of wording.",
    ),
    ProblemCode(
        "action-too-short",
        "the action has {words} words; at least {least} are wanted",
        "say which act, and what it must contain",
        "A drafter should be able to begin with it.",
    ),
    ProblemCode(
        "action-only-on-paper",
        "this criterion asks what happens, and its action only writes a law",
        "say what is done in fact: an order, a budget line, a register, a training, a report; the law has a criterion of its own",
        "Law and practice are two criteria: a practice does not change because a law was passed.",
    ),
    ProblemCode(
        "action-writes-no-norm",
        "this criterion asks for a norm, and its action writes none",
        "name the law, code, decree, regulation or rule that is to be written",
        "A criterion on the law is met by a norm. The kinds of norms stand in the file of wording under laws and rules.",
    ),
    ProblemCode(
        "action-norm-unnamed",
        "{found} does not say which norm is meant",
        "write: the law on the mechanism, the code of criminal procedure, the rules of parliament, or whichever it is",
        "The action is read by itself, in a list or by the service to which it is sent.",
    ),
    ProblemCode(
        "action-not-for-parliament",
        "the action is addressed to parliament, and nothing in it is what a parliament does",
        "name the law that it passes, the money that it votes or the step in its own procedure; or address whoever can do it",
        "What is addressed to the wrong body is not done.",
    ),
    ProblemCode(
        "action-for-parliament",
        "only parliament can do this ({found}), and it is not the addressee",
        "address parliament; or say what the addressee does: bring in a bill, amend its own rules, issue an order",
        "What is addressed to the wrong body is not done.",
    ),
    ProblemCode(
        "action-repeated",
        "the action at {first} says the same",
        "say what is to be done for this criterion and not for the other",
        "Two criteria that one act can meet are one, or the action leaves out what makes them two.",
    ),
    ProblemCode(
        "condition-unreachable",
        "no State can meet this condition",
        "take it away or correct it",
        "A criterion that never applies asks nothing.",
    ),
    ProblemCode(
        "condition-empty",
        "every State meets this condition",
        "take it away",
        "A condition that lists all there is says nothing, and hides that the criterion always applies.",
    ),
    ProblemCode(
        "condition-frees-the-law",
        "the law must cover privately run places before there is one",
        "take the condition away, or ask about practice",
        "Conditions about privately run places belong to practice: nothing frees a State from what its law must say.",
    ),
    ProblemCode(
        "budget-exceeded",
        "for the model {model} this asks {asked} questions; the checklist allows itself {budget}",
        "leave questions out, or move them to another checklist",
        "A checklist says how many questions it may ask, so that a working group can answer it in the time that it has.",
    ),
    ProblemCode(
        "provision-uncited",
        "no criterion cites the provision {id}",
        "let a criterion cite it, or say in its entry why it is not assessable",
        "Every provision that a State can be held against needs a criterion, save those still marked doubtful.",
    ),
    ProblemCode(
        "instrument-empty",
        "the register lists no provision of the instrument {id}",
        "add its provisions, or take it away",
        "An instrument of which nothing can be cited only lengthens the list.",
    ),
)
"""Every kind of finding, in the order of the documentation page."""
