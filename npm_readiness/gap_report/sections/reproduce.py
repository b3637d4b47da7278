"""How to come to the same result: versions, digests, options; and what the words mean."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Heading, Paragraph, Run, Table
from npm_readiness.gap_report.language import ENGLISH
from npm_readiness.gap_report.sections.context import Context
from npm_readiness.gap_report.sections.inline import line
from npm_readiness.gap_report.words import FALLS_SHORT, STATUSES, VERDICTS
from npm_readiness.models.vocabulary import Status, Verdict
from npm_readiness.models.what_if import SetAnswer

__all__ = ["how_to_reproduce"]


def how_to_reproduce(context: Context) -> tuple[Block, ...]:
    """What the result was reckoned with and from, and the words of the report."""
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    assessment, say = context.assessment, context.texts.say
    evidence = (
        say("required: a claim without it counts as unknown") if assessment.require_evidence else say("not required")
    )
    yield Paragraph(
        line(
            say(
                "The same profile, with the same version, checklists and language, gives the same report, byte for byte:"
            ),
            " ",
            Run(_command(context), "code"),
        )
    )
    yield Bullets(
        (
            line(say("npm_readiness, version {version}", version=assessment.tool_version)),
            line(say("Profile, digest"), " ", Run(assessment.profile.sha256, "code")),
            *(
                line(
                    say("Checklist {id}, version {version}, digest", id=checklist.id, version=checklist.version),
                    " ",
                    Run(checklist.sha256, "code"),
                )
                for checklist in assessment.checklists
            ),
            line(say("Register of provisions, digest"), " ", Run(assessment.register_.sha256, "code")),
            line(say("As of {date}; evidence {evidence}", date=assessment.as_of, evidence=evidence)),
        )
    )
    yield Heading(say("Words"), "words_used")
    yield Table(say("What the words mean"), (say("Word"), say("Meaning")), tuple(_words(context)), kind="plain")
    rules = tuple(dict.fromkeys(rule for checklist in assessment.checklists for rule in checklist.rules))
    if rules:
        head = (say("Word or situation"), say("Rule"), say("Example"))
        rows = tuple((line(Run(rule.word, "strong")), line(rule.rule), line(rule.example)) for rule in rules)
        yield Heading(say("How answers are read"), "rules_of_reading")
        yield Table(say("The rules by which the questions were to be answered"), head, rows, kind="plain")


def _command(context: Context) -> str:
    assessment = context.assessment
    own = any(checklist.replaced is not None for checklist in assessment.checklists)
    checklists = ",".join(checklist.id for checklist in assessment.checklists)
    options = f"--checklists {checklists} --as-of {assessment.as_of}"
    if assessment.what_if is not None:
        if assessment.what_if.bill is not None:
            options += f" --bill {assessment.what_if.bill.id}"
        options += "".join(f" --set {answer.question}={_written(answer)}" for answer in assessment.what_if.set)
    if assessment.require_evidence:
        options += " --require-evidence"
    if own:
        options += " --catalogue FOLDER"
    if context.texts.language != ENGLISH:
        options += f" --language {context.texts.language}"
    return f"python -m npm_readiness assess PROFILE {options} -o REPORT"


def _written(answer: SetAnswer) -> str:
    """An answer as the command line takes it."""
    return answer.answer.value if answer.between is None else f"{answer.between[0].value}..{answer.between[1].value}"


def _words(context: Context) -> Iterator[tuple[tuple[Run, ...], ...]]:
    say = context.texts.say
    meanings = {
        STATUSES[Status.MET]: say("everything that the criterion asks is known to be in place"),
        STATUSES[Status.PARTLY_MET]: say("something of it is known to be in place, and something known not to be"),
        FALLS_SHORT: say("something of it is known not to be in place; whether anything is could not be established"),
        STATUSES[Status.NOT_MET]: say("nothing of it is in place"),
        STATUSES[Status.UNDETERMINED]: say("nothing of it is known to be missing, and not all of it known to be there"),
        STATUSES[Status.NOT_APPLICABLE]: say("it is not asked in the circumstances of this State"),
        VERDICTS[Verdict.NOT_READY]: say(
            "some treaty requirement of the stage, or of one before it, is known not to be met"
        ),
        VERDICTS[Verdict.READY_WITH_GAPS]: say("only guidance or good practice is known not to be fully met"),
        VERDICTS[Verdict.READY]: say("everything up to the stage is in place"),
        VERDICTS[Verdict.UNDETERMINED]: say("it depends on what is not known yet"),
    }
    for word, meaning in meanings.items():
        yield line(Run(say(word), "strong")), line(meaning)
