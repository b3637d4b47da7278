"""What a model does not take is said in plain words, at its place, once, with what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from npm_readiness.problems import InputError
from npm_readiness.reading.files import examine_document, parse_document
from npm_readiness.reading.shape import examine_shape, validated

from .strategies import data, relaxed, written


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Colour(str, Enum):
    RED = "red"
    DARK_GREEN = "dark_green"


def _read_day(value: object) -> object:
    if value is None or value == "unknown":
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise PydanticCustomError("day", "a date written YYYY-MM-DD or unknown is wanted") from None


def _no_spaces(value: str) -> str:
    if " " in value:
        raise ValueError("a text without spaces stands here")
    return value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=20)]
Day = Annotated[date | Literal["unknown"] | None, BeforeValidator(_read_day)]


class Leaf(Model):
    id: Id
    size: int = Field(default=1, ge=1, le=3)
    share: float = Field(default=1, gt=0, lt=1, multiple_of=0.25)
    note: Annotated[str, StringConstraints(min_length=1, max_length=10)] | None = None


class Link(Model):
    use: Id


def _kind(value: Any) -> str:
    return "use" if isinstance(value, dict) and "use" in value else "leaf"


class Tree(Model):
    name: str
    made: date | None = None
    day: Day = "unknown"
    colour: Colour = Colour.RED
    open: Colour | Literal["undecided"] = "undecided"
    leaf: Leaf | Literal["unknown"] | None = None
    sure: bool = True
    either: bool | Literal["unknown"] = True
    tags: tuple[str, ...] = ()
    pair: tuple[Colour, Colour] | None = None
    few: tuple[str, ...] = Field(default=("a",), min_length=1, max_length=2)
    leaves: Mapping[Id, Leaf] = {}
    ids: tuple[Id, ...] = ()
    leafs: tuple[Leaf, ...] = ()
    parts: tuple[Annotated[Annotated[Leaf, Tag("leaf")] | Annotated[Link, Tag("use")], Discriminator(_kind)], ...] = (
        Field(default=(), min_length=1)
    )
    text_or_list: str | tuple[str, ...] = ""
    word: Annotated[str, AfterValidator(_no_spaces)] = ""
    code: Annotated[str, StringConstraints(pattern="^[A-Z]{2,3}$")] = "AA"
    odd: Annotated[str, StringConstraints(pattern="^[0-9]+$")] = "1"
    rust: Annotated[str, StringConstraints(pattern=r"^\p{Lu}+$", min_length=2)] = "AA"
    class_: Annotated[str, Field(alias="class")] = ""

    @model_validator(mode="after")
    def _fits_together(self) -> Tree:
        if self.name == "red" and self.colour is not Colour.RED:
            raise PydanticCustomError("unfit", "a red tree is red", {"key": "colour", "advice": "write colour: red"})
        if self.name == "none":
            raise PydanticCustomError("unfit", "a tree has another name than none")
        return self


def _lines(text: str, model: type[BaseModel] = Tree) -> list[str]:
    with pytest.raises(InputError) as caught:
        validated(parse_document(text, "f"), model)
    return [str(problem).removeprefix("f:") for problem in caught.value.problems]


def _line(text: str) -> str:
    """The one problem of a tree with ``text`` in its second line, without the line."""
    [line] = _lines(f"name: x\n{text}")
    assert line.startswith("2:")
    return line.removeprefix("2:")


def test_what_fits_is_converted_as_json_is() -> None:
    """Words become enumerations, dates dates, lists tuples."""
    tree = validated(
        parse_document(
            "name: x\nmade: 2023-12-14\nday: 2024-02-29\ncolour: dark_green\nopen: red\npair: [red, dark_green]\n"
            "leaf: {id: a, size: 2}\nleaves: {b: {id: b}}\nparts: [{use: c}, {id: d}]\nclass: y"
        ),
        Tree,
    )
    assert (tree.made, tree.day) == (date(2023, 12, 14), date(2024, 2, 29))
    assert tree.open is Colour.RED
    assert tree.pair == (Colour.RED, Colour.DARK_GREEN)
    assert tree.parts == (Link(use="c"), Leaf(id="d"))
    assert tree.class_ == "y"


def test_a_part_of_a_document() -> None:
    document = parse_document("trees:\n  - {name: a}\n  - {nane: 5}\n", "f")
    assert validated(document, Tree, at=("trees", 0)).name == "a"
    with pytest.raises(InputError) as caught:
        validated(document, Tree, at=("trees", 1))
    assert [(str(problem.place), problem.path) for problem in caught.value.problems] == [
        ("f:3:5", ("trees", 1, "name")),
        ("f:3:6", ("trees", 1, "nane")),
    ]
    with pytest.raises(KeyError):
        validated(document, Tree, at=("trees", 2))


# --- Keys -------------------------------------------------------------------------------------------------------------


def test_missing_keys_at_the_key_of_their_mapping_or_at_its_start() -> None:
    assert _lines("leaf:\n    size: 1\nleaves:\n  a: {}\nparts:\n  - size: 1\n") == [
        "1:1: the key id is missing (add id: here)",
        "1:1: the key name is missing (add name: here)",
        "4:3: the key id is missing (add id: here)",
        "6:5: the key id is missing (add id: here)",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("colur: red", "1: nothing reads the key colur (did you mean colour?)"),
        ("Colour: red", "1: nothing reads the key Colour (did you mean colour?)"),
        ("text-or-list: a", "1: nothing reads the key text-or-list (did you mean text_or_list?)"),
        ("class_: a", "1: nothing reads the key class_ (did you mean class?)"),
        (
            "leaf: {id: a, xyz: 1}",
            "15: nothing reads the key xyz (the keys here are id, size, share and note)",
        ),
        ("leaf: {id: a, 'n ote': 1}", '15: nothing reads the key "n ote" (did you mean note?)'),
        ("parts: [{use: a, id: b}]", "18: nothing reads the key id (the keys here are use)"),
        ("leaf: {id: a, size:2}", '15: nothing reads the key "size:2" (put a space after the colon: size: 2)'),
        (
            "leaf: {id: a, xyz:2}",
            '15: nothing reads the key "xyz:2" (the keys here are id, size, share and note)',
        ),
        (
            "leaves: {a: {id: a, '[key]': 1}}",
            '21: nothing reads the key "[key]" (the keys here are id, size, share and note)',
        ),
    ],
)
def test_unknown_keys(text: str, line: str) -> None:
    assert _line(text) == line


def test_what_is_shown_of_a_file_has_sixty_characters_at_most() -> None:
    sixty = "Xy" * 30
    assert f'the text "{sixty}" (' in _line(f"tags: {sixty}")
    assert f'the text "{sixty[:59]}…" (' in _line(f"tags: {sixty}z")
    assert _line(f"{sixty}: 1").startswith(f"1: nothing reads the key {sixty} (")
    assert _line(f"{sixty}z: 1").startswith(f'1: nothing reads the key "{sixty[:59]}…" (')


def test_a_key_of_the_wrong_form() -> None:
    assert _line("leaves: {A b: {id: a}}") == (
        '10: an id takes small letters, digits and hyphens, and this is the text "A b" (did you mean a-b?)'
    )


def test_a_key_where_none_is_allowed() -> None:
    class Empty(Model):
        pass

    assert _lines("a: 1", Empty) == ["1:1: nothing reads the key a (delete it)"]


# --- Kinds of values --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("class: 5", '8: a text is wanted here, and this is the number 5 (put quotes around it: "5")'),
        ("class: 1.10", '8: a text is wanted here, and this is the number 1.10 (put quotes around it: "1.10")'),
        ("class: True", '8: a text is wanted here, and this is True (put quotes around it: "True")'),
        ("class:", "7: a text is wanted here, and this is nothing (null) (write it here)"),
        (
            "class: {a: b}",
            (
                "8: a text is wanted here, and this is a mapping of keys to values"
                " (put quotes around a text that holds a colon and a space)"
            ),
        ),
        (
            "class: [a]",
            "8: a text is wanted here, and this is a list (write one text, not in brackets and without a dash)",
        ),
        ("tags: a", '7: a list is wanted here, and this is the text "a" (put brackets around it: [a])'),
        ("tags: 5", "7: a list is wanted here, and this is the number 5 (put brackets around it: [5])"),
        (
            "tags: {a: b}",
            (
                "7: a list is wanted here, and this is a mapping of keys to values"
                " (begin each item with a dash and a space)"
            ),
        ),
        ("tags: [a, 5]", '11: a text is wanted here, and this is the number 5 (put quotes around it: "5")'),
        (
            "leaves: a",
            (
                '9: a mapping of keys to values is wanted here, and this is the text "a"'
                " (write key: value in lines of their own)"
            ),
        ),
        (
            "parts: [a]",
            (
                '9: a mapping of keys to values is wanted here, and this is the text "a"'
                " (write key: value in lines of their own; the keys here are id, size, share, note and use)"
            ),
        ),
        (
            "leaf: [a]",
            (
                "7: a mapping of keys to values, the word unknown or nothing (null) is wanted here, and this is a list"
                " (write key: value in lines of their own; the keys here are id, size, share and note)"
            ),
        ),
        ("sure: yes", '7: true or false is wanted here, and this is the text "yes" (write true)'),
        ("sure: off", '7: true or false is wanted here, and this is the text "off" (write false)'),
        ("sure: perhaps", '7: true or false is wanted here, and this is the text "perhaps" (write true or false)'),
        ("sure: 1", "7: true or false is wanted here, and this is the number 1 (write true or false)"),
        (
            "leaf: {id: a, size: '2'}",
            '21: a whole number is wanted here, and this is the text "2" (take the quotes away: 2)',
        ),
        (
            "leaf: {id: a, size: 1.0}",
            "21: a whole number is wanted here, and this is the number 1.0 (write a whole number)",
        ),
        (
            "leaf: {id: a, size: two}",
            '21: a whole number is wanted here, and this is the text "two" (write a whole number)',
        ),
        ("leaf: {id: a, share: '.5'}", '22: a number is wanted here, and this is the text ".5" (write a number)'),
        (
            "made: 14.12.2023",
            (
                '7: a date written YYYY-MM-DD is wanted here, and this is the text "14.12.2023"'
                " (write it as in 2024-12-31)"
            ),
        ),
        (
            "text_or_list: 5",
            '15: a text or a list is wanted here, and this is the number 5 (put quotes around it: "5")',
        ),
        (
            "text_or_list: [a, 5]",
            '19: a text is wanted here, and this is the number 5 (put quotes around it: "5")',
        ),
    ],
)
def test_values_of_another_kind(text: str, line: str) -> None:
    assert _line(text) == line


def test_a_mapping_where_a_word_is_wanted() -> None:
    assert _lines("name: x\npair:\n- red\n- {a: b}") == [
        (
            "4:3: one of the words red or dark_green is wanted here, and this is a mapping of keys to values"
            " (write one of the words red or dark_green)"
        )
    ]


def test_a_file_that_is_no_mapping() -> None:
    [line] = _lines("just words")
    assert line.startswith(
        '1:1: a mapping of keys to values is wanted here, and this is the text "just words" (write key:'
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("tags: a, b-c", '7: a list is wanted here, and this is the text "a, b-c" (put brackets around it: [a, b-c])'),
        (
            "tags: a b, c",
            '7: a list is wanted here, and this is the text "a b, c" (put brackets around it: ["a b, c"])',
        ),
        (
            "ids: [opcat, 'a, b-c']",
            (
                '14: an id takes small letters, digits and hyphens, and this is the text "a, b-c"'
                " (write each apart, without quotes: a, b-c)"
            ),
        ),
        (
            "leafs: some text",
            (
                '8: a list is wanted here, and this is the text "some text"'
                " (write each entry in a line of its own below the key, such as - {id: …, size: …, share: …})"
            ),
        ),
        (
            "leafs: 5",
            (
                "8: a list is wanted here, and this is the number 5"
                " (write each entry in a line of its own below the key, such as - {id: …, size: …, share: …})"
            ),
        ),
    ],
)
def test_what_was_most_likely_meant_instead(text: str, line: str) -> None:
    assert _line(text) == line


def test_a_key_without_its_space_where_a_mapping_is_wanted() -> None:
    """With one key alone it is valid YAML, and a text."""
    assert _lines("name: x\nleaves:\n  a:\n    id:b\n  b:\n    id:\u00a0c\n") == [
        (
            '4:5: a mapping of keys to values is wanted here, and this is the text "id:b"'
            " (put a space after the colon: id: b)"
        ),
        (
            "6:8: the character U+00A0 (no-break space) stands here, which is no space to YAML"
            " (put an ordinary space in its place)"
        ),
    ]


# --- Keys with nothing behind them ------------------------------------------------------------------------------------


def test_a_key_for_a_list_or_a_mapping_with_nothing_behind_it_counts_as_left_out() -> None:
    """Whatever comes when it is not there: none of them, or the value that it has by default."""
    document = parse_document("name: x\ntags:\nfew: null\nleaves:\nids: ~\nparts: # none yet\n", "f")
    tree = validated(document, Tree)
    assert (tree.tags, tree.few, dict(tree.leaves), tree.ids, tree.parts) == ((), ("a",), {}, (), ())
    assert document.data["tags"] is None
    assert _lines("name: x\ntags:\nsure: 5\n") == [
        "3:7: true or false is wanted here, and this is the number 5 (write true or false)"
    ]


def test_what_must_not_be_left_out_must_not_be_empty() -> None:
    class Wood(Model):
        trees: tuple[Tree, ...]

    [line] = _lines("trees:\n", Wood)
    assert line == "1:7: a list is wanted here, and this is nothing (null) (write it here)"


def test_an_entry_with_nothing_below_it_lacks_what_it_must_have() -> None:
    class Wood(Model):
        leaves: Mapping[Id, Leaf] = {}
        links: Mapping[Id, tuple[Id, ...]] = {}
        rows: tuple[tuple[Id, ...], ...] = ()

    assert _lines("leaves:\n  a:\n  b: {id: b}\nlinks: {c: }\n", Wood) == [
        "2:3: the key id is missing (add id: here)",
    ]
    assert validated(parse_document("links: {c: }"), Wood).links == {"c": ()}
    assert _lines("rows: [[a], null]", Wood) == [
        "1:13: a list is wanted here, and this is nothing (null) (write it here)"
    ]


def test_where_nothing_is_a_value_it_stays_one() -> None:
    tree = validated(parse_document("name: x\nleaf:\npair:\n"), Tree)
    assert (tree.leaf, tree.pair) == (None, None)


# --- Words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("colour: Red", '9: "Red" is not one of the words allowed here (did you mean red?)'),
        ("colour: dark green", '9: "dark green" is not one of the words allowed here (did you mean dark_green?)'),
        ("colour: blue", '9: "blue" is not one of the words allowed here (write red or dark_green)'),
        ("colour: 5", "9: the number 5 is not one of the words allowed here (write red or dark_green)"),
        ("colour: true", "9: true is not one of the words allowed here (write red or dark_green)"),
        (
            "colour:",
            "8: one of the words red or dark_green is wanted here, and this is nothing (null) (write it here)",
        ),
        ("open: blue", '7: "blue" is not one of the words allowed here (write red, dark_green or undecided)'),
        ("open: undecidet", '7: "undecidet" is not one of the words allowed here (did you mean undecided?)'),
        ("leaf: unkown", '7: "unkown" is not one of the words allowed here (did you mean unknown?)'),
        (
            "leaf: never",
            '7: "never" is not one of the words allowed here (write unknown, null or a mapping of keys to values)',
        ),
        ("either: maybe", '9: "maybe" is not one of the words allowed here (write unknown, true or false)'),
    ],
)
def test_words_that_are_not_allowed_are_one_problem_with_all_words(text: str, line: str) -> None:
    assert _line(text) == line


def test_true_stands_for_yes_in_a_list_of_words() -> None:
    """An older reader would have taken a bare yes for true; someone may have written it so."""

    class Asked(Model):
        answer: Literal["yes", "no"]

    assert _lines("answer: true", Asked) == ["1:9: true is not one of the words allowed here (did you mean yes?)"]


@pytest.mark.parametrize("word", ["n/a", "N/A", "na", "NA", "n.a.", "not applicable", "Not-applicable"])
def test_a_word_for_not_applicable(word: str) -> None:
    class Asked(Model):
        answer: Literal["yes", "no", "not_applicable"] | None = None

    assert _lines(f"answer: {word}", Asked) == [
        (
            f'1:9: "{word}" is not one of the words allowed here'
            " (write not_applicable where the question allows it, and why below it, as reason: …)"
        )
    ]


# --- Limits and forms -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("leaf: {id: a, size: 0}", "21: the number 0 is too small (write a number of at least 1)"),
        ("leaf: {id: a, size: 0x9}", "21: the number 0x9 is too large (write a number of at most 3)"),
        ("leaf: {id: a, share: 0}", "22: the number 0 is too small (write a number greater than 0.0)"),
        ("leaf: {id: a, share: 1}", "22: the number 1 is too large (write a number smaller than 1.0)"),
        ("leaf: {id: a, share: 0.3}", "22: the number 0.3 is no multiple of 0.25 (write one of its multiples)"),
        ("leaf: {id: a, note: ''}", "21: the text is empty (write something here)"),
        ("leaf: {id: a, note: abcdefghijk}", "21: the text has more than 10 characters (shorten it)"),
        ("few: []", "6: the list is empty (write at least 1 item)"),
        ("few: [a, b, c]", "6: the list has 3 items (write at most 2 items)"),
        ("pair: [red]", "7: the list has 1 item (write exactly 2 items)"),
        ("pair: []", "7: the list has 0 items (write exactly 2 items)"),
        ("pair: [red, red, red]", "7: the list has 3 items (write exactly 2 items)"),
        (
            "leaf: {id: A Leaf}",
            '12: an id takes small letters, digits and hyphens, and this is the text "A Leaf" (did you mean a-leaf?)',
        ),
        (
            "leaf: {id: '5'}",
            (
                '12: an id takes small letters, digits and hyphens, and this is the text "5"'
                " (begin with a letter, and put - for a space)"
            ),
        ),
        ("code: no", '7: a code in capital letters is wanted here, and this is the text "no" (did you mean NO?)'),
        (
            "code: n1",
            (
                '7: a code in capital letters is wanted here, and this is the text "n1"'
                " (write the code in capital letters)"
            ),
        ),
        ("rust: A", "7: the text has fewer than 2 characters (write more)"),
        (
            "rust: aa",
            (
                '7: a text of another form is wanted here, and this is the text "aa"'
                " (look up in the documentation what this key takes)"
            ),
        ),
        (
            "odd: x",
            (
                '6: a text of another form is wanted here, and this is the text "x"'
                " (look up in the documentation what this key takes)"
            ),
        ),
    ],
)
def test_values_that_are_not_allowed(text: str, line: str) -> None:
    assert _line(text) == line


def test_a_list_is_not_called_empty_because_its_items_are_wrong() -> None:
    """Pydantic counts the valid items alone."""
    assert _lines("name: x\nparts: [{use: A}]") == [
        '2:15: an id takes small letters, digits and hyphens, and this is the text "A" (did you mean a?)'
    ]


# --- Sentences of the models ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "day: 2023-02-30",
            '6: a date written YYYY-MM-DD or unknown is wanted here, and this is the text "2023-02-30"',
        ),
        ("day: [a]", "6: a date written YYYY-MM-DD or unknown is wanted here, and this is a list"),
        ("word: a b", "7: a text without spaces stands here"),
    ],
)
def test_sentences_of_validators(text: str, line: str) -> None:
    assert _line(text) == line


def test_sentences_on_a_mapping_stand_at_the_key_they_name_or_at_its_own() -> None:
    assert _lines("name: red\ncolour: dark_green") == ["2:1: a red tree is red (write colour: red)"]

    class Wood(Model):
        trees: Mapping[str, Tree]

    assert _lines("trees:\n  a:\n    name: none\n", Wood) == ["2:3: a tree has another name than none"]


# --- All at once ------------------------------------------------------------------------------------------------------


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    places = [
        line.split(" ")[0] for line in _lines("colour: blue\nleaf: {id: A, size: 9, x: 1}\npair: [a, b]\nsure: 5\n")
    ]
    assert places == ["1:1:", "1:9:", "2:12:", "2:21:", "2:24:", "3:8:", "3:11:", "4:7:"]


def test_nothing_is_said_about_a_value_that_the_yaml_made_unknown() -> None:
    document, problems = examine_document("name: *x\nclass: !t 5\nleaf: *y\nsure: 5\n", "f")
    assert len(problems) == 3
    assert document is not None
    tree, more = examine_shape(document, Tree)
    assert tree is None
    assert [problem.path for problem in more] == [("sure",)]


@pytest.mark.parametrize("pattern", ["^[A-Z]{2}$", "^[A-Z]{3}$", "^[A-Z]{2,3}$"])
def test_a_code_of_two_letters_or_of_three_is_told_as_one(pattern: str) -> None:
    class Country(BaseModel):
        code: Annotated[str, StringConstraints(pattern=pattern)]

    _, problems = examine_shape(parse_document("code: tkm1\n", "f"), Country)
    assert ["a code in capital letters is wanted here" in str(problem) for problem in problems] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "leaf\u00a0: x\n",
        "\u00a0leaf: x\n",
        '"n\\x07": x\n',
        "leaf: {id: a, of the law}\n",
        "flavour: Order #27\n",
    ],
)
def test_nor_about_a_key_that_the_yaml_has_refused(text: str) -> None:
    """It would be told as unknown, or its value as one of another kind, where the slip in it has been told already."""
    document, problems = examine_document(f"name: a\nsure: 5\n{text}", "f")
    assert len(problems) == 1
    assert document is not None
    _, more = examine_shape(document, Tree)
    assert [problem.path for problem in more] == [("sure",)]


@relaxed
@given(data)
def test_whatever_a_file_holds_pydantic_is_never_heard(value: object) -> None:
    document = parse_document(written(value), "f")
    everywhere = parse_document(written(dict.fromkeys(Tree.model_fields, value)), "f")
    for read in (document, everywhere):
        tree, problems = examine_shape(read, Tree)
        assert (tree is None) == bool(problems)
        for problem in problems:
            assert not re.search("Input should|pydantic|valid |JSON", _without_quoted(str(problem)))
            assert problem.line >= 1


def _without_quoted(sentence: str) -> str:
    return re.sub('".*"', "", sentence)
