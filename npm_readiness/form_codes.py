"""What can be wrong in a form that came back; a part of the catalogue in :mod:`npm_readiness.problem_codes`."""

from __future__ import annotations

from npm_readiness.problem_kind import ProblemCode

__all__ = ["OF_FORMS"]

OF_FORMS = (
    ProblemCode(
        "form-unknown",
        "this is no form that npm-readiness has made",
        "give the workbook, the answers saved by the page, or an export of the XLSForm; a profile is brought in with reconcile",
        "A form carries hidden marks by which it is known, whatever its name; a file without them cannot be gathered.",
    ),
    ProblemCode(
        "form-other-country",
        "this form is on {code}, and the profile on {country}",
        "gather it into the profile of its own country",
        "Each form carries the code of its country.",
    ),
    ProblemCode(
        "form-question-unknown",
        "the checklists have no question {question}",
        "{advice}",
        "The form was made with other checklists. Give --catalogue where they are your own.",
    ),
    ProblemCode(
        "form-question-changed",
        "the words of the question {question} have changed since this form was made; its answer is not taken",
        "ask again with a new form, or read the question as it is now and type the answer in",
        "An answer belongs to the words that somebody read. Each form carries a version of every question.",
        warning=True,
    ),
    ProblemCode(
        "form-answer-invalid",
        "{answer!r} is none of the answers to choose from",
        "choose one from the list of the cell",
        "An answer is one of the statements of the question, not known, or does not apply.",
    ),
    ProblemCode(
        "form-always-applies",
        "the question {question} applies to every State, so that does not apply is no answer to it",
        "choose another answer",
        "Only a question that says in which circumstance it does not apply can be answered so.",
    ),
    ProblemCode(
        "form-reason-missing",
        "the question {question} is answered does not apply, and no reason is given",
        "write the reason in its field",
        "Every report shows why a question was left aside.",
    ),
    ProblemCode(
        "form-reason-alone",
        "a reason why the question {question} does not apply is given, and it is answered otherwise",
        "choose does not apply, or write the text under comment",
        "The field is for the reason why a question does not apply, and for nothing else.",
    ),
    ProblemCode(
        "form-source-missing",
        "a place or a note is given for the question {question}, and no source",
        "name the source",
        "A place in a source says nothing without the source.",
    ),
    ProblemCode(
        "form-disputed",
        "the question {question} is answered otherwise in {other}: {here} here, {there} there",
        "ask both, and change one; or gather with --keep-disputes, which keeps every version and counts the answer as unknown",
        "Two answers to one question differ, or the profile has changed since the form was made. Nothing is chosen silently.",
    ),
    ProblemCode(
        "form-cell",
        "{reason}",
        "{advice}",
        "A cell holds something that cannot be taken for what somebody typed: a formula, a date that the program made, a merged "
        "cell, a number in place of a text, an error, or a text that was cut.",
    ),
    ProblemCode(
        "form-file",
        "{reason}",
        "{advice}",
        "The file itself is unsafe or too large to be read: it has macros or links to other files, unpacks to many times its size, "
        "or has far more rows than a form.",
    ),
    ProblemCode(
        "form-left-out",
        "{what} is not taken: {text}",
        "put it into a field of the form, such as the comment of its question",
        "A form has a place for everything that it can bring back. What stands elsewhere is named, so that it is not lost.",
        warning=True,
    ),
    ProblemCode(
        "form-of-another-kind",
        "this is {what}, and no form that can be gathered",
        "{advice}",
        "Files that are often sent in place of the form: the page itself, the form on paper, a file with a password.",
    ),
    ProblemCode(
        "reply-by-hand",
        "this reply on {what} belongs to no open question of the profile; it is not taken: {text}",
        "write it by hand where it belongs, such as the comment of a recommendation",
        "A reply to a recommendation becomes the comment of a question that falls short. Where all are met meanwhile, or the "
        "recommendation is a finding of others, there is none.",
        warning=True,
    ),
    ProblemCode(
        "reply-on-several",
        "the recommendation is about {count} questions; the reply is put beside {question}",
        "move the comment where another question fits better",
        "A recommendation is about all that falls short in one criterion, and a comment stands at one question.",
        warning=True,
    ),
    ProblemCode(
        "form-twice",
        "the question {question} stands twice in this form, with different answers",
        "delete one of the rows",
        "A row was copied, and one of the two was changed.",
    ),
)
"""The kinds of problems of forms, in the order of the documentation page."""
