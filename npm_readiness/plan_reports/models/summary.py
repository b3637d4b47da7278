"""The page for who decides: each option in a few lines, and what cannot be told yet."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.gap_report.document import Block, Bullets, Inline, Note, Paragraph, Picture, Run, Table
from npm_readiness.gap_report.drawings import Bar, Intervals
from npm_readiness.gap_report.sections.inline import joined, line
from npm_readiness.gap_report.sections.stages import verdict_kind, verdict_words
from npm_readiness.gap_report.words import STAGES
from npm_readiness.models.vocabulary import Obligation, Stage, Verdict
from npm_readiness.plan_reports.models.options import Named, Options
from npm_readiness.plan_reports.models.questions import by_obligation

__all__ = ["one_page"]

NAMED = 3
"""How many requirements that are peculiar to an option its line names."""


def one_page(options: Options) -> tuple[Block, ...]:
    """Each option in a few lines, the figures, the verdicts, and what the answers cannot tell."""
    return tuple(_blocks(options))


def _blocks(options: Options) -> Iterator[Block]:
    say = options.texts.say
    yield Paragraph(
        line(
            say(
                "The Protocol lets a State choose: it may maintain, designate or establish one or several bodies (OPCAT, art. 17). "
                "This page says what each choice asks for and where the country stands with it. It names no winner."
            )
        )
    )
    yield Bullets(tuple(_option(options, option) for option in options.all))
    yield _picture(options)
    yield _verdicts(options)
    yield from _cannot_tell(options)


def _option(options: Options, option: Named) -> Inline:
    texts, counts, model = options.texts, option.model.treaty, option.model
    told = [
        texts.count(
            "{number} treaty requirement applies. Met: {met}; falls short today: {short}; waits for a mechanism at work: {waits}; "
            "open: {open}.",
            "{number} treaty requirements apply. Met: {met}; fall short today: {short}; wait for a mechanism at work: {waits}; "
            "open: {open}.",
            counts.applicable,
            met=counts.met,
            short=counts.falls_short,
            waits=counts.waits,
            open=counts.open,
        )
    ]
    if model.chosen:
        told.insert(0, texts.say("This is the model of the country."))
    told += [_peculiar(options, option), *_again(options, option), _ask(options, option)]
    return line(Run(f"{option.title}.", "strong"), f" {' '.join(part for part in told if part)}")


def _peculiar(options: Options, option: Named) -> str:
    """What only this option asks for, and what not every one does."""
    texts, specific, shared = options.texts, option.model.specific, option.model.shared
    told = []
    if specific:
        named = [options.criterion(name).title for name in specific[:NAMED]]
        more = len(specific) - len(named)
        if more:
            named.append(texts.count("and {number} more", "and {number} more", more))
        told.append(texts.say("Peculiar to it: {titles}.", titles="; ".join(named)))
    if shared:
        told.append(
            texts.count(
                "{number} requirement applies to it and not to every option.",
                "{number} requirements apply to it and not to every option.",
                len(shared),
            )
        )
    return " ".join(told) or texts.say("It asks for nothing that every option does not.")


def _again(options: Options, option: Named) -> Iterator[str]:
    """What the choice of another body brings back."""
    if option.model.again:
        yield options.texts.count(
            "{number} requirement on choosing and setting up a body, which is behind the State today, would come back.",
            "{number} requirements on choosing and setting up a body, which are behind the State today, would come back.",
            len(option.model.again),
        )


def _ask(options: Options, option: Named) -> str:
    texts, number = options.texts, len(option.model.to_ask)
    if not number:
        return texts.say("Nothing about the body is left to be asked.")
    if option.model.is_new:
        return texts.count(
            "The profile names no such body: {number} question on it is open, and for its law to settle if it is new.",
            "The profile names no such body: {number} questions on it are open, and for its law to settle if it is new.",
            number,
        )
    by_treaty = set(by_obligation(options)[Obligation.TREATY])
    return texts.count(
        "To ask: {number} question about the body, {treaty} of them on treaty requirements.",
        "To ask: {number} questions about the body, {treaty} of them on treaty requirements.",
        number,
        treaty=sum(name in by_treaty for name in option.model.to_ask),
    )


def _picture(options: Options) -> Picture:
    """Of the treaty requirements that apply how many are met, and how many can still turn out so."""
    say = options.texts.say
    bars = []
    for option in options.all:
        counts = option.model.treaty
        words = say(
            "{met} met, {open} open, {short} not met, of {number}",
            met=counts.met,
            open=counts.open,
            short=counts.falls_short + counts.waits,
            number=counts.applicable,
        )
        whole = counts.applicable or 1
        bars.append(Bar(option.short, counts.met / whole, (counts.met + counts.open) / whole, words))
    return Picture(
        "models_picture",
        say("The treaty requirements that apply, under each option"),
        say("Each bar runs from what is met to what can still turn out to be met."),
        Intervals(tuple(bars), (say("met"), say("open"), say("falls short, or waits for a mechanism"))),
        Table(
            say("Treaty requirements under each option, in figures"),
            (say("Option"), say("Treaty requirements")),
            tuple((line(bar.label), line(bar.words)) for bar in bars),
            kind="figures",
        ),
    )


def _verdicts(options: Options) -> Bullets:
    """The verdict on each stage, with the options under which it is so."""
    return Bullets(tuple(_verdict(options, place, stage) for place, stage in enumerate(Stage)))


def _verdict(options: Options, place: int, stage: Stage) -> Inline:
    say = options.texts.say
    under: dict[Verdict | None, list[str]] = {}
    for option in options.all:
        under.setdefault(option.model.stages[place].verdict, []).append(option.letter)
    told = [
        line(
            Run(verdict_words(options.context, verdict), kind=verdict_kind(verdict)),
            " ",
            say("under every option") if len(under) == 1 else say("under {options}", options=", ".join(letters)),
        )
        for verdict, letters in under.items()
    ]
    return line(Run(f"{say(STAGES[stage])}:", "strong"), " ", *joined(told, "; "), ".")


def _cannot_tell(options: Options) -> Iterator[Block]:
    """That the answers do not tell bodies apart, where no body has answers of its own."""
    say = options.texts.say
    if options.result.tells_bodies_apart:
        return
    asked = [option for option in options.all if option.model.to_ask]
    known = joined([line(f"{option.letter}: {len(option.model.to_ask)}") for option in asked], "; ")
    yield Note(
        line(
            say(
                "No body has answers of its own in the profile. So this comparison cannot tell one body from another: it says what "
                "each model asks for, not which body would do it better. Answer the questions of section 4 for each body, under "
                "npm.bodies, answers."
            ),
            *(
                line(" ", say("Questions about the body without an answer, by option:"), " ", *known, ".")
                if asked
                else ()
            ),
        )
    )
