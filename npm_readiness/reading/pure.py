"""PyYAML's parser in Python, brought into line with the one in C (libyaml 0.2.5).

The two differ in small things that real files hold: tabs between tokens, a question mark or a colon within brackets.
Whether the parser in C is installed must not decide how a file is read, so these methods take libyaml's side.
"""

from __future__ import annotations

from typing import Any

from yaml.error import Mark
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken, TagToken

__all__ = ["PureParser"]

ENDS = "\0 \t\r\n"
FLOW_INDICATORS = ",[]{}"
TAG_ENDS = ",[]{}"


class PureParser(Reader, Scanner, Parser):
    """Events of a text that holds none of YAML 1.1's further line breaks (U+0085, U+2028, U+2029)."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip blanks, comments and line breaks. Tabs may stand anywhere but in the indentation."""
        while True:
            tabs_allowed = self.flow_level or not self.allow_simple_key
            while self.peek() == " " or (tabs_allowed and self.peek() == "\t"):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if not self._line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def fetch_stream_end(self) -> None:
        """The end of the text ends its last line, so that a key there without its colon is found."""
        if self.column:
            self.line, self.column = self.line + 1, 0
        self.stale_possible_simple_keys()
        super().fetch_stream_end()

    def scan_directive_name(self, start_mark: Mark) -> str:
        """The name of a directive, which must be one of the two that YAML 1.1 knows."""
        name: str = super().scan_directive_name(start_mark)  # type: ignore[no-untyped-call]
        if name not in ("YAML", "TAG"):
            raise ScannerError("while scanning a directive", start_mark, "found unknown directive name", self._mark())
        return name

    def scan_tag(self) -> TagToken:
        """A comma or a bracket ends a tag, where PyYAML takes it for a part of one."""
        length = 1
        while self.peek(length) not in ENDS and self.peek(length) not in TAG_ENDS:
            length += 1
        if self.peek(1) == "<" or self.peek(length) not in TAG_ENDS:
            token: TagToken = super().scan_tag()
            return token
        start = self._mark()
        tag = self.prefix(length)
        self.forward(length)
        if not self.flow_level or self.peek() != ",":
            raise ScannerError("while scanning a tag", start, "did not find a blank behind it", self._mark())
        handle = "!!" if tag.startswith("!!") else "!"
        return TagToken((handle, tag.removeprefix(handle)) if tag != "!" else (None, "!"), start, self._mark())

    def scan_plain(self) -> ScalarToken:
        """A plain scalar; within brackets it may hold a question mark, and no colon just before an indicator."""
        start = end = self._mark()
        indent = self.indent + 1
        chunks: list[str] = []
        spaces: list[str] = []
        while self.peek() != "#" and (length := self._plain_length(start)):
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self._mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def scan_plain_spaces(self, indent: int, start_mark: Mark) -> list[str]:
        """What stands between two words of a plain scalar: blanks as they are, line breaks folded."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        blanks = self.prefix(length)
        self.forward(length)
        if not self._line_break():
            return [blanks] if blanks else []
        self.allow_simple_key = True
        breaks = []
        while not self._at_document_indicator():
            if self.peek() == "\t" and self.column < indent:
                raise ScannerError(
                    "while scanning a plain scalar",
                    start_mark,
                    "found a tab character that violates indentation",
                    self._mark(),
                )
            if self.peek() in " \t":
                self.forward()
            elif self.peek() in "\r\n":
                breaks.append(self._line_break())
            else:
                return breaks or [" "]
        return []

    def scan_block_scalar_indicators(self, _start_mark: Mark) -> tuple[bool | None, int | None]:
        """The signs after ``|`` or ``>``, whatever follows them; the next method looks at that."""
        chomping: bool | None = None
        increment: int | None = None
        for _ in range(2):
            sign = self.peek()
            if sign in "+-" and chomping is None:
                chomping = sign == "+"
            elif sign in "123456789" and increment is None:
                increment = int(sign)
            else:
                break
            self.forward()
        return chomping, increment

    def scan_block_scalar_ignored_line(self, start_mark: Mark) -> None:
        """The rest of the line of ``|`` or ``>``: blanks, with a comment or without."""
        while self.peek() in " \t":
            self.forward()
        super().scan_block_scalar_ignored_line(start_mark)

    def scan_block_scalar_indentation(self) -> tuple[list[Any], int, Any]:
        """The indentation of a block scalar, found at its first line; a tab may not follow it there."""
        found = super().scan_block_scalar_indentation()
        self._refuse_tab(self.peek() == "\t")
        return found

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[Any], Any]:
        """The empty lines between two lines of a block scalar."""
        found = super().scan_block_scalar_breaks(indent)
        self._refuse_tab(self.column < indent and self.peek() == "\t")
        return found

    def _refuse_tab(self, found: bool) -> None:
        if found:
            raise ScannerError(
                "while scanning a block scalar",
                None,
                "found a tab character where an indentation space is expected",
                self._mark(),
            )

    def _plain_length(self, start: Mark) -> int:
        length = 0
        while (sign := self.peek(length)) not in ENDS:
            following = self.peek(length + 1)
            if self.flow_level and sign == ":" and following in FLOW_INDICATORS + "?":
                self.forward(length)
                raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self._mark())
            if sign == ":" and following in ENDS:
                break
            if self.flow_level and sign in FLOW_INDICATORS:
                break
            length += 1
        return length

    def _at_document_indicator(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in ENDS

    def _line_break(self) -> str:
        found: str = self.scan_line_break()  # type: ignore[no-untyped-call]
        return found

    def _mark(self) -> Mark:
        mark: Mark = self.get_mark()
        return mark
