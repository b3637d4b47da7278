"""The documentation page of a checklist: its criteria with their questions, rubrics and provisions, as a lawyer reads them."""

from __future__ import annotations

from collections.abc import Iterator

from npm_readiness.browsing.conditions import conditions_in_words, what_follows
from npm_readiness.browsing.layout import cell
from npm_readiness.linting.catalogue_rules import questions_by_model
from npm_readiness.models.catalogue import Catalogue, Entry
from npm_readiness.models.checklist import Actions, Checklist, Criterion, Question
from npm_readiness.models.vocabulary import Addressee, Aspect, Obligation, Stage

__all__ = ["checklist_index_page", "checklist_page", "code_order_page"]

INDEX_HEAD = """\
# The checklists

One page for each, with every criterion, question, rubric and provision. The questions are those that a State can have to answer:
the fewest and the most over the models of a mechanism, in the worst case of its other facts.

| checklist | counts for | criteria | questions |
|---|---|---|---|
"""

CODE_ORDER_HEAD = """\
# In the order of a code

For whoever drafts a code on the enforcement of sentences and on detention, or amends one: what the standards on women and
on mothers with children ask, chapter by chapter. Where a criterion has several questions, its page says what closes each of them.
"""

MADE_BY = "This page is made from `checklists/{file}` by `python tools/generate_docs.py`."


def checklist_index_page(catalogue: Catalogue) -> str:
    """The list of all checklists with their figures, as Markdown."""
    lines = []
    for entry in catalogue.checklists.values():
        checklist = entry.content
        asked = questions_by_model(checklist, catalogue).values()
        span = str(max(asked)) if min(asked) == max(asked) else f"{min(asked)} to {max(asked)}"
        name = f"[{checklist.title}]({checklist.checklist}.md)"
        lines.append(f"| {name} | {checklist.counts_for} | {len(checklist.criteria)} | {span} |")
    return INDEX_HEAD + "\n".join([*lines, "", "This page is made by `python tools/generate_docs.py`."]) + "\n"


def checklist_page(catalogue: Catalogue, name: str) -> str:
    """The page of the checklist ``name`` as Markdown; raises ``KeyError`` where there is none."""
    entry = catalogue.checklists[name]
    checklist = entry.content
    criteria = sorted(checklist.criteria, key=catalogue.order)
    lines = [f"# {checklist.title}", "", *_head(catalogue, checklist, entry.file)]
    for stage in Stage:
        of_stage = [criterion for criterion in criteria if criterion.stage is stage]
        if of_stage:
            lines += ["", f"## {stage.value.capitalize()}"]
        for criterion in of_stage:
            lines += ["", *_criterion(catalogue, checklist, criterion)]
    return "\n".join(lines) + "\n"


def code_order_page(catalogue: Catalogue) -> str:
    """The criteria that name a chapter of a code, in the order of its chapters, law before practice, as Markdown."""
    lines = [CODE_ORDER_HEAD.rstrip("\n")]
    for chapter in catalogue.code_chapters.values():
        own = [entry for entry in catalogue if entry.criterion.code_chapter == chapter.id]
        lines += ["", f"## {chapter.title}", "", chapter.about]
        for aspect, label in ((Aspect.LAW, "What its articles say"), (Aspect.PRACTICE, "What then happens in fact")):
            of_aspect = [entry for entry in own if entry.criterion.aspect is aspect]
            if of_aspect:
                lines += [
                    "",
                    f"### {label}",
                    "",
                    "| criterion | asks | rests on | what to write or do |",
                    "|---|---|---|---|",
                ]
            for entry in of_aspect:
                lines.append(_row_of_code(catalogue, entry))
    lines += ["", "This page is made by `python tools/generate_docs.py`."]
    return "\n".join(lines) + "\n"


def _row_of_code(catalogue: Catalogue, entry: Entry) -> str:
    criterion = entry.criterion
    name = f"[{criterion.title}]({entry.checklist.checklist}.md#{criterion.id})"
    rests = "; ".join(_pinpoint(catalogue, provision) for provision in criterion.provisions)
    asked = f"{name} ({catalogue.obligation(criterion)})"
    return f"| {' | '.join(cell(text) for text in (asked, criterion.requirement, rests, criterion.usual_action))} |"


def _head(catalogue: Catalogue, checklist: Checklist, file: str) -> Iterator[str]:
    asked = questions_by_model(checklist, catalogue)
    number = len(checklist.criteria)
    yield f"`{checklist.checklist}`, version {checklist.version}, counts for {checklist.counts_for}; {number} criteria."
    yield ""
    yield checklist.about
    yield ""
    yield "| model of the mechanism | questions at most |"
    yield "|---|---|"
    for model, number in asked.items():
        yield f"| `{model}` | {number} |"
    yield ""
    yield MADE_BY.format(file=file)
    if checklist.rules:
        yield ""
        yield "## How its words are read"
        yield ""
        yield "| word or situation | rule | example |"
        yield "|---|---|---|"
    for rule in checklist.rules:
        yield f"| {cell(rule.word)} | {cell(rule.rule)} | {cell(rule.example)} |"


def _criterion(catalogue: Catalogue, checklist: Checklist, criterion: Criterion) -> Iterator[str]:
    yield f'### <a id="{criterion.id}"></a>{criterion.title}'
    yield ""
    facts = [
        f"`{criterion.id}`",
        *([criterion.code] if criterion.code is not None else []),
        catalogue.obligation(criterion).value,
        criterion.aspect.value,
        criterion.dimension,
    ]
    if criterion.applies_when is not None:
        facts.append(f"applies where {conditions_in_words(criterion.applies_when)}")
    if criterion.code_chapter is not None:
        facts.append(f"chapter: {catalogue.code_chapters[criterion.code_chapter].title.lower()}")
    if criterion.weight > 1:
        facts.append(f"weight {criterion.weight}")
    if criterion.combine != "mean":
        facts.append(f"combines its questions by {criterion.combine}")
    yield " · ".join(facts)
    yield ""
    yield criterion.requirement
    yield ""
    yield f"*Why:* {criterion.why}"
    yield ""
    yield f"*Rests on:* {'; '.join(_pinpoint(catalogue, provision) for provision in criterion.provisions)}."
    if criterion.reading is not None:
        yield ""
        treaty = catalogue.obligation(criterion) is Obligation.TREATY
        yield f"*{'Why the treaty asks it' if treaty else 'How it is read'}:* {criterion.reading}"
    yield ""
    yield "| question | yes | partial | no |"
    yield "|---|---|---|---|"
    own = {question.id for question in criterion.questions if isinstance(question, Question)}
    for question in catalogue.questions_of(criterion):
        yield _question(catalogue, question, shared=question.id not in own)
    yield ""
    yield from _actions("What to do", criterion.action, criterion.addressee)
    for question in catalogue.questions_of(criterion):
        if question.action is not None and question.id in own:
            yield ""
            yield from _actions(f"What to do about `{question.id}`", question.action, criterion.addressee)
    if criterion.after:
        yield ""
        yield f"*After:* {', '.join(_link(catalogue, checklist, earlier) for earlier in criterion.after)}."


def _actions(label: str, actions: Actions, addressee: Addressee) -> Iterator[str]:
    """What is to be done: one wording in a line, several as a list in the order in which the first that fits is taken."""
    if isinstance(actions, str):
        yield f"*{label} ({_acting(addressee)}):* {actions}"
        return
    yield f"*{label}:*"
    yield ""
    for variant in actions:
        when = "otherwise" if variant.when is None else f"where {conditions_in_words(variant.when)}"
        yield f"- {when} ({_acting(variant.addressee or addressee)}): {' '.join(variant.text.split())}"


def _acting(addressee: Addressee) -> str:
    return addressee.value.replace("_", " ")


def _question(catalogue: Catalogue, question: Question, *, shared: bool) -> str:
    asked = f"{question.text} `{question.id}`"
    if shared:
        asked += " (shared with another criterion)"
    if question.may_not_apply is not None:
        asked += f" May not apply: {question.may_not_apply}"
    if question.respondents:
        asked += f" Who can answer: {', '.join(catalogue.titles_of_respondents(question))}."
    asked = " ".join([asked, *(f"*{sentence}*" for sentence in what_follows(question))])
    rubric = question.rubric
    return f"| {' | '.join(cell(text) for text in (asked, rubric.yes, rubric.partial, rubric.no))} |"


def _pinpoint(catalogue: Catalogue, provision: str) -> str:
    entry = catalogue.provisions[provision]
    instrument = catalogue.instruments[entry.instrument]
    name = f"{instrument.short or instrument.symbol or instrument.title}, {entry.pinpoint}"
    return f"[{name}](../provisions.md#{provision})"


def _link(catalogue: Catalogue, checklist: Checklist, criterion: str) -> str:
    entry = catalogue.criteria[criterion]
    page = "" if entry.checklist.checklist == checklist.checklist else f"{entry.checklist.checklist}.md"
    return f"[{entry.criterion.title}]({page}#{criterion})"
