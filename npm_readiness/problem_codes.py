"""The catalogue of everything that can be wrong in an input; ``docs/problems.md`` is made from it.

Each entry holds the sentence that a person reads, the advice that goes with it (both with named placeholders), and a
longer explanation. A code is stable: scripts may look for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from npm_readiness.finding_codes import FINDINGS
from npm_readiness.problem_kind import ProblemCode

__all__ = ["CODES"]


_ALL = (
    # --- Files ---------------------------------------------------------------------------------------------------
    ProblemCode(
        "file-unreadable",
        "the file cannot be read: {reason}",
        "check the path and the permissions",
        "The file is missing, is a folder, or may not be opened.",
    ),
    ProblemCode(
        "file-too-large",
        "the file has more than {limit}",
        "split it, or take out what is not needed",
        "Files are limited in size, so that a file from a stranger cannot exhaust the memory.",
    ),
    ProblemCode(
        "file-encoding",
        "the file is not UTF-8 here: {reason}",
        "save it as UTF-8",
        "Files are read as UTF-8, with or without a byte-order mark. Other encodings are refused rather than guessed.",
    ),
    ProblemCode(
        "file-kind",
        "this is neither a profile nor a file of a catalogue",
        "begin with country: for a profile, or with one of {allowed}",
        "What a file is follows from its first-level keys; none of the expected ones is there, or several are.",
    ),
    # --- YAML ----------------------------------------------------------------------------------------------------
    ProblemCode(
        "yaml-syntax",
        "this is not valid YAML: {reason}",
        "{advice}",
        "The YAML parser could not go on. What follows in the file was not looked at.",
    ),
    ProblemCode(
        "yaml-character",
        "the character {character} is refused",
        "delete it; it is often invisible and comes with pasted text",
        "YAML allows no control characters, and no byte-order mark but at the start. They are often pasted along with "
        "text from other programs. They are refused as escapes too, because reports would carry them on.",
    ),
    ProblemCode(
        "yaml-empty",
        "the file is empty",
        "write at least one key: value",
        "There is no document in the file, or only comments.",
    ),
    ProblemCode(
        "yaml-several-documents",
        "a second document begins here",
        "keep one document in a file: delete the line with ---, or split the file",
        "A file holds one document.",
    ),
    ProblemCode(
        "yaml-duplicate-key",
        "the key {key} stands here a second time; the first is at line {first_line}",
        "keep one of the two",
        "YAML says that keys are unique; most readers silently keep the last one, and an answer is lost.",
    ),
    ProblemCode(
        "yaml-key",
        "a key must be a plain word or a quoted text",
        "write key: value",
        "Keys that are lists or mappings are refused.",
    ),
    ProblemCode(
        "yaml-tag",
        "the tag {tag} is refused",
        "delete it; put quotes around a value that must be text, or that begins with !",
        "Tags can make a reader build arbitrary objects. Nothing here needs them.",
    ),
    ProblemCode(
        "yaml-anchor",
        "the anchor or alias {name} is refused",
        "write the value out in each place; put quotes around a text that begins with & or *",
        "Aliases let a small file expand into a very large one, and hide from a reader what stands in a place.",
    ),
    ProblemCode(
        "yaml-directive",
        "a directive (a line that begins with %) is refused",
        "delete the line",
        "YAML directives change how a file is read; nothing here needs them.",
    ),
    ProblemCode(
        "yaml-too-deep",
        "the nesting is deeper than {limit} levels",
        "this is more than any of our files needs: look for stray brackets or indentation",
        "Depth is limited, so that a file of brackets cannot exhaust the reader.",
    ),
    ProblemCode(
        "yaml-too-many-values",
        "the file holds more than {limit} values",
        "split it, or take out what is not needed",
        "The number of values is limited, so that a file from a stranger cannot exhaust the memory.",
    ),
    ProblemCode(
        "yaml-number",
        "the number {number} is too long or too large",
        "put quotes around it if it is meant as text",
        "Numbers of more than forty characters are refused, and those that are too large to be held.",
    ),
    # --- Shape: what a model asks of a file ------------------------------------------------------------------------
    ProblemCode(
        "key-missing",
        "the key {key} is missing",
        "add {key}: here",
        "A key that is always required is not there.",
    ),
    ProblemCode(
        "key-unknown",
        "nothing reads the key {key}",
        "{advice}",
        "An unknown key is an error and not ignored: a misspelt key would otherwise drop what it holds.",
    ),
    ProblemCode(
        "value-type",
        "{wanted} is wanted here, and this is {found}",
        "{advice}",
        "The value has another type than the one expected. Nothing is converted silently.",
    ),
    ProblemCode(
        "value-not-allowed",
        "{found} is not one of the words allowed here",
        "{advice}",
        "The place takes one of a closed set of words.",
    ),
    ProblemCode(
        "value-invalid",
        "{reason}",
        "{advice}",
        "The value has the right type, but not a form or a size that is allowed here.",
    ),
    ProblemCode(
        "date-to-fill-in",
        "assessed_on is still to be filled in",
        "write the day of which the profile speaks, YYYY-MM-DD",
        "A new profile has no date. It can be filled in and validated without one; an assessment needs it.",
    ),
    ProblemCode(
        "extending-impossible",
        "the questions cannot be put into this profile without changing something else in it",
        "write answers: and checklists: with one entry to a line, and end the file with a line break",
        "What extend writes is read again before it is given out: everything that was there must be there as it was.",
    ),
    # --- Cross-references in a catalogue ----------------------------------------------------------------------------
    ProblemCode(
        "catalogue-empty",
        "the folder holds no YAML file",
        "name a folder with checklists or registers in it",
        "A folder given with --catalogue must hold at least one .yaml file.",
    ),
    ProblemCode(
        "id-duplicate",
        "the id {id} is already taken at {first}",
        "choose another id",
        "Ids are unique in the whole catalogue, across checklists, because profiles and reports refer to them.",
    ),
    ProblemCode(
        "provision-unknown",
        "there is no provision {id} in the register",
        "{advice}",
        "A criterion may cite only what the register of provisions holds.",
    ),
    ProblemCode(
        "provision-doubtful",
        "the provision {id} is marked doubtful and may not be cited",
        "read its text, correct its entry in the register, and take the mark away",
        "Two readers did not agree on what the pinpoint says. Until the text is read no criterion leans on it.",
    ),
    ProblemCode(
        "instrument-unknown",
        "there is no instrument {id} in the register",
        "{advice}",
        "A provision belongs to an instrument of the register.",
    ),
    ProblemCode(
        "dimension-unknown",
        "there is no dimension {id}",
        "{advice}",
        "A criterion belongs to one of the dimensions of the catalogue.",
    ),
    ProblemCode(
        "question-unknown",
        "there is no question {id}",
        "{advice}",
        "The id after use: must be that of a question defined under a criterion of the catalogue.",
    ),
    ProblemCode(
        "was-in-use",
        "the id {id} under was: is that of a question in use, at {first}",
        "take it out here, or give the other question an id of its own",
        "The ids under was: are those of questions that are no more. An answer to one that is in use would have two meanings.",
    ),
    ProblemCode(
        "was-twice",
        "the id {id} under was: stands already at {first}",
        "keep it at the question that took its place",
        "A question that is no more has one that took its place, so that an old answer leads to it.",
    ),
    ProblemCode(
        "question-twice",
        "the criterion asks the question {id} twice",
        "ask it once",
        "A question counts once within a criterion.",
    ),
    ProblemCode(
        "criterion-unknown",
        "there is no criterion {id}",
        "{advice}",
        "The ids under after: must be those of criteria of the catalogue.",
    ),
    ProblemCode(
        "after-cycle",
        "these criteria wait for each other: {cycle}",
        "take one of the references under after: away",
        "What comes before what must have a beginning.",
    ),
    ProblemCode(
        "after-later-stage",
        "the criterion {id} under after: belongs to the later stage {stage}",
        "a step cannot wait for a later stage: change after: or the stage",
        "Stages follow one another; what must come before cannot belong to a later one.",
    ),
    ProblemCode(
        "reading-missing",
        "the criterion cites guidance beside the treaty and does not say why",
        "say under reading: why the treaty's word requires what the guidance spells out",
        "A treaty criterion asks only for what the treaty's word asks. Where guidance spells that word out, the criterion "
        "cites both on purpose, with the reason; otherwise what guidance adds is a criterion of its own.",
    ),
    ProblemCode(
        "no-such-checklist",
        "there is no checklist {id}",
        "{advice}",
        "The checklists named in a profile or on the command line must be in the catalogue.",
    ),
    # --- Profiles ---------------------------------------------------------------------------------------------------
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
        "answer-to-no-question",
        "there is no question {id} in the catalogue",
        "{advice}",
        "An answer to a question that does not exist would silently count for nothing.",
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
        "treaty-status-differs",
        "{treaty}: here stands {written}, and the list of treaty status has {listed} ({checked})",
        "the profile's own date is used: check it with the depositary, treaties.un.org",
        "The list that comes with the package (docs/treaty-status.md) has another date, another way of joining, or nothing. "
        "The profile may be right: the list ends on 3 February 2026, and knows nothing of withdrawals.",
        warning=True,
    ),
    # --- Arguments --------------------------------------------------------------------------------------------------
    ProblemCode(
        "argument-invalid",
        "{reason}",
        "{advice}",
        "An argument of the command line, or of a function, cannot be used.",
    ),
    ProblemCode(
        "id-unknown",
        "there is no criterion, question, provision, instrument or dimension {id}",
        "{advice}",
        "The id given to show is not in the catalogue.",
    ),
    ProblemCode(
        "output-unwritable",
        "the output cannot be written: {reason}",
        "check the folder and the permissions",
        "Nothing was written: output is written beside the file and then put in its place, whole or not at all.",
    ),
    ProblemCode(
        "assessment-invalid",
        "this is not an assessment in JSON as this version writes it: {reason}",
        "give a file written by this version with --format json; one of another version is made anew from the profile",
        "Only a complete assessment, with figures that agree with each other, is read back.",
    ),
)

CODES: Mapping[str, ProblemCode] = {entry.code: entry for entry in (*_ALL, *FINDINGS)}
"""Every kind of problem by its code, in the order of the documentation page."""
