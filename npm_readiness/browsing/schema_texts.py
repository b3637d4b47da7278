"""What the JSON Schemas say of each key, for an editor that shows it while a file is written."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["OF_CHECKLISTS", "OF_PROFILES"]

DATE = "A day (2012-10-05), a month (2012-10), a year (2012), yes (it has happened), null (it has not) or unknown."
FACT = "true, false or unknown."
JOINED = "true: only where the State has deposited its instrument for OPCAT; false: only where it has not."
PARTY = "true: only where OPCAT binds the State, thirty days after the deposit; false: only where it does not."
MECHANISM = "Where the mechanism stands: none, designated (nobody is at work) or at_work. One word, or a list of them."
FIRST_YEARS = "true: only until the mechanism has been at work for two years; false: only from then on."
EACH_WAY = "true: only where it is so; false: only where it is not."

SITUATION = {"joined": JOINED, "party": PARTY, "mechanism": MECHANISM, "first_two_years": FIRST_YEARS}
STATUS = {
    "signed": f"When the State signed. {DATE}",
    "ratified": f"When it deposited its ratification. Only one of the three ways of joining can have a date. {DATE}",
    "acceded": f"When it deposited its accession: joining without a signature. {DATE}",
    "succeeded": f"When it succeeded to a State that was party; left out, it has not. {DATE}",
}

OF_PROFILES: Mapping[str, Mapping[str, str]] = {
    "": {
        "country": "The code of ISO 3166-1, of two or three capital letters.",
        "country_name": "The name to print, where it is not to be the usual one; required for a code that ISO leaves to users.",
        "assessed_on": "The day of which everything in the profile speaks, YYYY-MM-DD.",
        "assessors": "Who assessed.",
        "note": "What a reader should know about the profile.",
        "checklists": "The ids of the checklists to assess; or for each the version with which the answers were given.",
        "npm": "The mechanism, or the plan for one.",
        "state": "Facts about the State on which it depends what is asked.",
        "treaties": "The State's dealings with treaties.",
        "sources": "The documents on which answers rest, by an id of your own.",
        "answers": "The answers, by the id of the question.",
        "recommendations": "What other bodies said to the State.",
        "bills": "Texts before parliament or on their way there, by an id of your own.",
        "plan": "What the roadmap is to know: when the work starts, how long things take here, what has been done since.",
    },
    "Npm": {
        "model": "The model of the mechanism, chosen or in place; undecided where it is not chosen.",
        "candidates": "The models still considered, beside model: undecided; all four where it is left out.",
        "bodies": "The bodies that are the mechanism, are considered for it, or were it. An empty list: there is none.",
        "institution": "Short form for one body: the name of the one that is, or may become, the mechanism.",
        "institution_kind": "Short form for one body: what it is.",
        "designated": f"Short form for one body: when a formal act made it the mechanism. {DATE}",
    },
    "Body": {
        "id": "An id of your own: small letters, digits and hyphens.",
        "name": "Its name, as reports print it.",
        "kind": "What it is in law: an Ombudsman institution, a commission, a body for prevention alone, an inspectorate, another.",
        "role": (
            "What it is to the mechanism on the day of the profile: candidate; mechanism (alone); member, coordinator (of several);"
            " regional (for a part of the State); interim (until another is designated); former."
        ),
        "designated": f"When a formal act made it the mechanism, or a part of it. {DATE}",
        "ended": f"When it ceased to be the mechanism. {DATE}",
        "at_work_since": f"Since when its members are in post and do the work of the mechanism; null where nobody is. {DATE}",
        "legal_basis": (
            "What makes it the mechanism: constitution, act (of parliament), executive_text (a decree, an order), agreement, none "
            "(a statement or a letter) or unknown."
        ),
        "laws": "The ids of the sources that hold its law.",
        "answers": (
            "Answers for this body alone, by the id of the question. Where it is looked at by itself (models), they go before "
            "those of the profile; where the profile has none, those of the bodies that are the mechanism make one."
        ),
    },
    "StateFacts": {
        "federal": f"Whether the State is federal, or devolved so that its parts make law on detention or on the body. {FACT}",
        "private_places_of_detention": f"Whether private companies or bodies run places of detention. {FACT}",
        "children_in_prison": f"Whether children live in prison with a parent. {FACT}",
    },
    "Treaties": {
        "uncat": "The Convention against Torture.",
        "opcat": "Its Optional Protocol.",
        "iccpr": "The International Covenant on Civil and Political Rights.",
        "cedaw": "The Convention on the Elimination of All Forms of Discrimination against Women.",
        "crc": "The Convention on the Rights of the Child.",
    },
    "TreatyStatus": STATUS,
    "OpcatStatus": {
        **STATUS,
        "article_24": "A declaration that postpones part III or part IV; null where there is none, or unknown.",
        "planned": "The day on which the deposit is planned, YYYY-MM-DD: gives the deadlines that would follow.",
        "reservation": "Whether the instrument carries a reservation, which article 30 forbids: true, false, unknown or unclear.",
    },
    "Article24": {
        "part": "The part that is postponed: III (the Subcommittee) or IV (the mechanism), or unknown.",
        "declared": f"When it was declared. {DATE}",
        "years": "For how many years: 1, 2, 3 or unknown.",
        "extended_until": f"Until when the Committee against Torture extended the postponement. {DATE}",
    },
    "Source": {
        "title": "The title as it is to be cited.",
        "kind": "law: a constitution, a law, a decree, rules in force; page: a web page; other: a report, a letter, an interview.",
        "publisher": "Who issued it.",
        "date": "When it was issued, in free text.",
        "speaks_of": f"Of which time it speaks, where it is younger than the profile. {DATE}",
        "symbol": "Its document symbol or number.",
        "url": "Where it can be read: http, https or mailto.",
        "language": "Its language.",
        "note": "Anything on it.",
        "confidential": "true: a public version of a report (--public) does not name it.",
    },
    "Evidence": {
        "source": "The id of a source of the profile.",
        "pinpoint": "The place in it: an article, a paragraph, a page. A web page needs none.",
        "of": "Where the source is an opinion or a report: the id of the law (a source of the profile) on which it speaks.",
        "article": "The place in that law, such as art. 5(2).",
        "shows": "Whether the place shows what is in_place, or what is missing.",
        "quote": "Its words.",
        "note": "What it says, in your words.",
    },
    "GivenAnswer": {
        "answer": (
            "yes, partial or no as the rubric says; unknown where somebody looked and could not find out; not_applicable where the "
            "question allows it; empty where nobody has looked yet."
        ),
        "between": "Beside unknown: [no, partial] or [partial, yes], where a part is known.",
        "evidence": "Where the answer can be checked.",
        "comment": "Anything a reader should know; conflicts between sources belong here.",
        "reason": "Why the question does not apply; required beside not_applicable.",
        "by": "Which office gave the answer; an office, and not a person.",
        "versions": "What each of several assessors answered, where they were brought together; it counts for nothing.",
    },
    "AnswerVersion": {
        "by": "Who answered so.",
        "answer": "yes, partial, no, unknown or not_applicable; empty where this assessor did not answer.",
        "between": "Beside unknown: [no, partial] or [partial, yes], where a part is known.",
        "evidence": "On what this assessor rests the answer.",
        "comment": "What this assessor says of it.",
        "reason": "Why the question does not apply; required beside not_applicable.",
    },
    "Recommendation": {
        "id": "An id of your own.",
        "by": "Who made it.",
        "document": "In which document.",
        "paragraph": "In which paragraph of it.",
        "date": f"When. {DATE}",
        "url": "Where it can be read.",
        "text": "What was recommended; of a finding that is adopted, what is to be done.",
        "about": "The ids of the criteria or provisions on which it bears; the first tells where an adopted finding stands.",
        "response": "What the State answered.",
        "finding": "falls_short: the body found that the State falls short there.",
        "adopted": "true: the assessors make the finding their own. It then is a gap, and enters verdicts and no score.",
        "addressee": "Who has to act on an adopted finding; left out, who acts on the first criterion.",
        "stage": "The stage of an adopted finding; left out, that of the first criterion.",
        "dimension": "The dimension of an adopted finding; left out, that of the first criterion.",
        "comment": "Anything a reader should know.",
    },
    "Bill": {
        "title": "Its title.",
        "source": "The id of the source that holds its text.",
        "status": "bill: on its way; adopted: passed by parliament.",
        "introduced": f"When it was brought in. {DATE}",
        "designates": "The ids of the bodies that it would make the mechanism, or parts of it.",
        "ends": "The ids of the bodies that would be the mechanism no longer.",
        "answers": (
            "The answers to questions on law as they would be with the bill, read together with the law that stays, by the id of "
            "the question; evidence names the articles of the bill."
        ),
        "silent": (
            "The ids of questions on law for which the bill was read and on which it says nothing, so that the law stays as it is "
            "there. A question that stands neither here nor under answers was not read."
        ),
    },
    "PlanSettings": {
        "start": "The day on which the work starts, YYYY-MM-DD; left out, a roadmap counts weeks from the start.",
        "durations": "How many weeks an instrument of change takes here, by its id in instruments-of-change.yaml.",
        "done": "The ids of criteria or questions whose actions have been carried out since the day of the profile.",
    },
}
"""The keys of a profile, by the model that has them; those of the file itself under an empty name."""

OF_CHECKLISTS: Mapping[str, Mapping[str, str]] = {
    "": {
        "checklist": "The id of the checklist.",
        "title": "What it is called.",
        "version": "Its version, as a text in quotes; raised whenever an answer could count in another way.",
        "counts_for": "readiness: its criteria enter the verdicts; standards: it has a summary of its own.",
        "about": "Whom it asks, and how to read its words.",
        "rules": "How words and situations are read on which many answers hang.",
        "question_budget": "The most questions that it may ask of a State of any one model.",
        "criteria": "Its criteria.",
    },
    "SituationConditions": SITUATION,
    "Conditions": {
        **SITUATION,
        "model": "Only for these models of a mechanism.",
        "institution_kind": "Only for bodies of these kinds.",
        "federal": f"A federal or devolved State. {EACH_WAY}",
        "private_places_of_detention": f"Private places of detention. {EACH_WAY}",
        "children_in_prison": f"Children who live in prison. {EACH_WAY}",
    },
    "ActionConditions": {
        **SITUATION,
        "legal_basis": "Only where the highest legal basis of the mechanism is one of these.",
        "bill": "true: only while the profile has a bill that is not adopted; false: only where it has none.",
        "adopted": "true: only where the profile has a bill that parliament has adopted; false: only where it has none.",
    },
    "ActionVariant": {
        "when": "When this wording fits; the last one has none, so that one always does.",
        "text": "What is to be done: which act, with what content.",
        "addressee": "Who does it; left out, the addressee of the criterion.",
        "instrument_of_change": "By which kind of text or decision; left out, as the criterion or the rules say.",
    },
    "ReadingRule": {
        "word": "The word or situation.",
        "rule": "How it is read.",
        "example": "A case that the rule decides.",
    },
    "Criterion": {
        "id": "Its id, which never changes its meaning.",
        "code": "Its short name in letters and replies: letters of the dimension and a number, such as FI-3; it never moves.",
        "title": "What it is called.",
        "requirement": "What must be in place, in plain words.",
        "why": "Why it matters for prevention.",
        "provisions": "The provisions of the register on which it rests, the strongest first.",
        "reading": "Why the treaty's own word requires it; required where a treaty is cited beside guidance or practice.",
        "dimension": "What it is about.",
        "code_chapter": "The chapter of a code on detention in which its law would stand: an id of code-chapters.yaml.",
        "stage": "When it must be in place.",
        "aspect": "law (on paper) or practice (in fact).",
        "weight": "Its weight in scores: a whole number from 1.",
        "combine": "How its questions make one result: mean, all (the weakest) or any (the strongest).",
        "applies_when": "When it applies; left out, always.",
        "questions": "Its questions; use: ID takes one that another criterion defines.",
        "action": "What closes the gap: one text, or a list of wordings of which the first that fits is taken.",
        "addressee": "Who closes it.",
        "instrument_of_change": "By which kind of text or decision: an id of instruments-of-change.yaml; left out, by its rules.",
        "after": "The criteria whose action must come first.",
    },
    "Question": {
        "id": "Its id. A question that comes to ask something else gets a new one, and names the old one under was.",
        "text": "One question of fact.",
        "rubric": "What counts as each answer.",
        "may_not_apply": "The one circumstance in which it may be answered not_applicable.",
        "answered_by": "The fact of the profile that always answers it.",
        "follows_from": "The fact that answers it where the State has joined; where it has not, the question is asked.",
        "needs_mechanism": "true: it is no by itself as long as no body is the mechanism.",
        "needs_people": "true: it is no by itself as long as no body is the mechanism, or nobody is at work in it.",
        "implies": "A fact of which a yes says that it is so; a profile that says otherwise is refused.",
        "respondents": "Who can answer it from their own desk, the best placed first: ids of the respondents' file.",
        "if_executive_text": "The most that it can be where the mechanism rests on less than an act of parliament.",
        "asked_when": "In which situation it is asked; left out, in any.",
        "action": "What closes the gap where this question falls short; left out, the action of the criterion.",
        "several_bodies": (
            "How the answers for several bodies make one: each (all yes is yes, all no is no, else partial; left out, this), best "
            "(one body that does it is enough), worst (one that falls short is enough)."
        ),
        "was": "The ids of questions that it replaces and that asked something else.",
    },
    "QuestionUse": {"use": "The id of a question that another criterion defines."},
    "Rubric": {
        "yes": "What counts as yes, the better answer.",
        "partial": "The half-way situations.",
        "no": "What counts as no.",
    },
}
"""The keys of a checklist, in the same way."""
