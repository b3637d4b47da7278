"""What can be wrong in a profile beyond its shape: what does not fit the catalogue, or contradicts the rest of it."""

from __future__ import annotations

from npm_readiness.problem_kind import ProblemCode

__all__ = ["OF_PROFILES"]

OF_PROFILES = (
    ProblemCode(
        "country-unknown",
        "{code} is not a country code of ISO 3166-1",
        "{advice}",
        "A country is named by its code of two or three letters. For a code that ISO leaves to users, such as XKX, the "
        "profile gives the name itself under country_name.",
    ),
    ProblemCode(
        "source-unknown",
        "the evidence names the source {id}, which the profile does not list",
        "{advice}",
        "Evidence names a source by its id under sources:.",
    ),
    ProblemCode(
        "evidence-of-no-law",
        "the source {id}, on whose article the evidence speaks, is no legal text",
        "name a source with kind: law under of:, or leave of: and article: out",
        "Under of: and article: stands the law that an opinion or a report speaks of, so that the drafter's list can name its "
        "article.",
    ),
    ProblemCode(
        "source-kind-missing",
        "the source {id} has no kind, and an answer on law rests on it ({question})",
        "add kind: law for a legal text, kind: page for a web page, else kind: other",
        "What the law says is told from what others say of it: a report's paragraph is no article to be amended.",
    ),
    ProblemCode(
        "source-later",
        "the source {id} is younger than the profile, which speaks of {assessed_on}",
        "say under speaks_of: of which time it speaks; or correct one of the two dates",
        "What was written later can only carry an answer if it speaks of the time of the profile.",
    ),
    ProblemCode(
        "law-unlisted",
        "the body names the law {id}, which the profile does not list",
        "list it under sources:",
        "The laws of a body are sources of the profile.",
    ),
    ProblemCode(
        "bill-source-unknown",
        "the bill names the source {id}, which the profile does not list",
        "{advice}",
        "The text of a bill is a source of the profile.",
    ),
    ProblemCode(
        "bill-body-unknown",
        "the bill names the body {id}, which the profile does not have",
        "{advice}",
        "What a bill makes the mechanism, or ends as the mechanism, is a body of the profile, such as a candidate. The body of the "
        "short form (npm.institution) has the id institution.",
    ),
    ProblemCode(
        "bill-body-twice",
        "the bill designates the body {id} and ends it",
        "name it under designates: or under ends:, as the bill says",
        "A body is the mechanism under a bill, or it is not.",
    ),
    ProblemCode(
        "bill-on-practice",
        "the question {id} is on practice, and a bill can answer questions on law alone",
        "delete it here; what is done in fact, the preparation of the bill included, is answered under answers: of the profile",
        "A bill changes the law. What authorities and the mechanism do in fact stays as it is until it is in force, and how a bill "
        "is prepared and debated is asked of what has happened.",
    ),
    ProblemCode(
        "bill-on-fact",
        "the question {id} answers itself from {fact}, so that a bill has no answer to it",
        "delete it here; name under designates: the body that the bill makes the mechanism, under ends: one that it ends",
        "Who is the mechanism is a fact of the profile, and of a bill the lists of those that it designates and ends.",
    ),
    ProblemCode(
        "bill-silent-and-answered",
        "the bill answers the question {id}, and is said to be silent on it",
        "delete it under silent:, or under answers:",
        "Silent is a bill that was read and says nothing on a question, so that the law stays as it is there.",
    ),
    ProblemCode(
        "answer-to-no-question",
        "there is no question {id} in the catalogue",
        "{advice}",
        "An answer to a question that does not exist would silently count for nothing. Where the id is that of a "
        "criterion or "
        "of a provision, the questions that may be meant are named.",
    ),
    ProblemCode(
        "answer-to-self-answering",
        "the question {id} answers itself from {fact}",
        "change {fact} instead, and delete this answer",
        "What follows from a fact of the profile is not answered a second time, so that the two cannot disagree.",
    ),
    ProblemCode(
        "answer-against-fact",
        "the answer {answer} contradicts {fact}: {because}",
        "correct the fact or the answer",
        "What follows from a fact of the profile and what is answered cannot both be right if they differ.",
    ),
    ProblemCode(
        "answers-told-too-often",
        "the answers would be told in {told} characters, each with every criterion that asks its question; {limit} are the most",
        "shorten the evidence of {id}, which {criteria} criteria ask, or let fewer criteria share it",
        "A report tells an answer with each criterion that asks its question. A checklist in which hundreds of criteria share "
        "questions makes a small profile into a report that nobody can open.",
    ),
    ProblemCode(
        "packages-too-many",
        "the {actions} actions fall into more than {limit} packages, by the order that after: gives to the criteria",
        "plan fewer checklists at a time (--checklists), or let fewer criteria wait for those of another addressee",
        "A roadmap says of each package what it unlocks, reckoned anew from all criteria. Packages are split only where "
        "one must come both before and after another, which a checklist of one's own can make happen thousands of times.",
    ),
    ProblemCode(
        "models-too-many",
        "{bodies} bodies are considered, which makes more than the {limit} options that can be held side by side",
        "say of each body which kind it is, and leave out those that nobody proposes in earnest",
        "Each model with each body that fits it is assessed and shown apart. A comparison of hundreds cannot be read; of a very "
        "large profile fewer options can be looked at.",
    ),
    ProblemCode(
        "answer-renamed",
        "there is no question {id} any more; {now} took its place and asks something else",
        "read what counts as each answer there (npm-readiness show {now}), and answer it",
        "An answer to a question that has changed is kept and not counted: nobody has answered the new one yet.",
        warning=True,
    ),
    ProblemCode(
        "checklist-version-differs",
        "the answers were given with version {given} of {id}, and this is version {now}",
        "see in CHANGELOG.md, under Scores that change, what is different; then correct the version here",
        "A result can change with a checklist while nothing has changed in the country.",
        warning=True,
    ),
    ProblemCode(
        "not-applicable-refused",
        "the question {id} may not be answered not_applicable",
        "answer yes, partial, no or unknown",
        "Only questions that say under may_not_apply in which circumstance they fall away can be answered so.",
    ),
    ProblemCode(
        "dates-contradict",
        "{first} lies after {second}",
        "correct one of the two dates",
        "Two dates of the profile cannot both be right.",
    ),
    ProblemCode(
        "opcat-without-convention",
        "the State has joined the Optional Protocol, and by this not the Convention against Torture",
        "give the date on which it joined the Convention, yes where the day is not known, or unknown",
        "Only parties to the Convention can join the Optional Protocol (OPCAT article 27(2) and (3)).",
    ),
    ProblemCode(
        "candidate-designated",
        "the body {id} has been designated, so it is no candidate any more",
        "write its role as it is now: mechanism, member, coordinator, interim, regional or former",
        "The role is that on the day of the profile.",
    ),
    ProblemCode(
        "body-ended",
        "the body {id} has ended, and its role says that it is still there",
        "write role: former, or correct the date",
        "The role is that on the day of the profile.",
    ),
    ProblemCode(
        "at-work-before-designation",
        "the body {id} was at work before it was designated",
        "write under at_work_since: since when it works as the mechanism; what it did before can be said in the answers",
        "What a body does before it is the mechanism is shown, and does not count as work of the mechanism.",
        warning=True,
    ),
    ProblemCode(
        "date-too-coarse",
        "from {written} it cannot be told whether this had happened by {assessed_on}",
        "write the month or the day; or yes, if it had happened",
        "A month or a year is an interval of days. Where the day of the profile lies within it, both are possible.",
        warning=True,
    ),
    ProblemCode(
        "assessed-in-the-future",
        "the profile speaks of {assessed_on}, which lies ahead",
        "correct assessed_on, unless you mean it",
        "An assessment says what was the case on a day.",
        warning=True,
    ),
    ProblemCode(
        "recommendation-id-taken",
        "the id {id} is taken already",
        "choose another id, such as the short name of the body and the year",
        "A finding that is adopted stands among the criteria, so its id must differ from all others.",
    ),
    ProblemCode(
        "recommendation-about-unknown",
        "there is no criterion and no provision {id}",
        "{advice}",
        "A recommendation bears on criteria or on provisions of the register.",
    ),
    ProblemCode(
        "done-unknown",
        "there is no criterion and no question {id}",
        "{advice}",
        "What has been done since the day of the profile is named by the criterion or the question whose action it was.",
    ),
    ProblemCode(
        "assessors-contradict",
        "{fact}: {says}",
        "agree on it and write the same in all profiles: it is one of the facts that cannot be left unknown",
        "Profiles of several assessors are brought together on one country and one day. A fact on which they differ "
        "becomes unknown; where the profile has no word for that, somebody has to decide.",
    ),
    ProblemCode(
        "treaty-status-differs",
        "{treaty}: here stands {written}, and the list of treaty status has {listed} ({checked})",
        "the profile's own date is used: check it with the depositary, treaties.un.org",
        "The list that comes with the package (docs/treaty-status.md) has another date, another way of joining, or "
        "nothing. "
        "The profile may be right: the list ends on 3 February 2026, and knows nothing of withdrawals.",
        warning=True,
    ),
)
"""The kinds of problems of profiles, in the order of the documentation page."""
