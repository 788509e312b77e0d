"""Each message about gradients that the pinned torch can give has its case in the clinic, or a reason in census.yml."""

import ast
import dataclasses
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
import yaml

from book.clinic import cases
from book.pages import front_matter
from book.paths import LOCALES
from book.versions import pinned
from tests.support import fail_with

TORCH = Path(torch.__file__).parent
SOURCES = ["autograd", "amp", "_functorch", "utils/checkpoint.py", "nn/modules/module.py", "nn/parallel/distributed.py"]
SOURCES += ["nn/utils/clip_grad.py", "optim/optimizer.py"]
TELLS = re.compile("warn|throw")  # what is called to say something, beside raise and assert
LIBRARIES = ("libtorch_cpu.so", "libtorch_python.so")
# A library's strings do not say where they come from; those of the engine and of functorch have one of these words.
WORDS = re.compile(
    r"(?<![A-Za-z])(autograd|grads?|gradients?|backwards?|leaf|vmap|functorch|saved|in-?place)(?![A-Za-z])"
)
SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+")  # four words at least
# No message: the signature of an operator. No reader's: what says itself that it is a bug in torch.
NEITHER = re.compile(
    r"\w\((\*, )?[A-Z]\w+(\(\w!\))?(\[\d*\])?[?*]? |\) ->|ScalarType|INTERNAL ASSERT FAILED|error message be improved"
)
HOLE = "…"  # where a value stands in a message


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\d+", HOLE, text)).strip()


@dataclasses.dataclass(frozen=True)
class Message:
    """What torch says, and where: a file with its classes and functions, or a library."""

    place: str
    text: str

    @property
    def key(self) -> str:
        """The sentence that identifies it: the first of its longest part without a value in it."""
        return re.split(r"(?<=[.?!])\s", plain(max(self.text.split(HOLE), key=len)))[0]


def literal(node: ast.AST) -> str:
    """The text of an expression, with holes for what is not literal."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(map(literal, parts))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return literal(left) + literal(right)
        case ast.BinOp(left=left, op=ast.Mod()):
            return re.sub(r"%\w", HOLE, literal(left))
        case ast.Call(func=ast.Attribute(value=template, attr="format")):
            return re.sub(r"\{\w*\}", HOLE, literal(template))
    return HOLE


def said_in(node: ast.AST, place: str) -> Iterator[Message]:
    """What a piece of a program raises, asserts or warns of, at any depth."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Raise(exc=ast.Call(args=[said, *_])) | ast.Assert(msg=ast.expr() as said):
                yield Message(place, literal(said))
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=given) if TELLS.search(name):
                yield from (Message(place, literal(said)) for said in given)
        yield from said_in(
            child, f"{place}:{child.name}" if isinstance(child, ast.FunctionDef | ast.ClassDef) else place
        )


def in_sources() -> Iterator[Message]:
    for source in (TORCH / name for name in SOURCES):
        for file in sorted(source.rglob("*.py")) if source.is_dir() else [source]:
            yield from said_in(ast.parse(file.read_text("utf-8")), f"torch/{file.relative_to(TORCH).as_posix()}")


def in_library(name: str) -> Iterator[Message]:
    """The strings among the constants of a shared object (ELF, 64 bits)."""
    with (TORCH / "lib" / name).open("rb") as file:

        def read(start: int, length: int) -> bytes:
            file.seek(start)
            return file.read(length)

        (offset,) = struct.unpack_from("<Q", head := read(0, 64), 40)
        size, count, names = struct.unpack_from("<HHH", head, 58)
        table = read(offset, size * count)
        sections = [struct.unpack_from("<IIQQQQ", table, size * n) for n in range(count)]
        named = read(*sections[names][4:])
        for title, *_, start, length in sections:
            if named[title:].startswith(b".rodata"):
                for text in re.findall(rb"[\t\n -~]{20,}", read(start, length)):
                    yield Message(name, re.sub(r"\{\w*\}", HOLE, text.decode()))


def shown() -> tuple[str, set[str]]:
    """What the cases show: all of it, and by itself each wording in a heading, a code span or the words of their page."""
    recorded, wordings = [], []
    for case in cases(LOCALES[-1]):
        inline = (child for block in case.blocks for child in block.children or ())
        recorded.append(plain(case.recording()).lower())
        wordings += [case.heading, *(child.content for child in inline if child.type == "code_inline")]
        wordings += front_matter(case.page).get("search", {}).get("words", [])
    said = {plain(text).lower() for text in wordings if SENTENCE.search(text)}
    return "\n".join([*recorded, *said]), said


def test_each_message_has_its_case_or_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    if torch.__version__.partition("+")[0] != pinned() or sys.platform != "linux":
        pytest.skip("the list is that of the pinned torch on Linux")
    reasons = yaml.safe_load(Path(__file__).with_name("census.yml").read_text("utf-8"))
    patterns = {text: re.compile(text) for texts in reasons.values() for text in texts}
    everything, wordings = shown()
    in_libraries = (message for name in LIBRARIES for message in in_library(name) if WORDS.search(message.text))
    found: dict[str, set[str]] = {}
    for message in (*in_sources(), *in_libraries):
        if SENTENCE.match(message.key) and not NEITHER.search(message.text):
            found.setdefault(message.key, set()).add(f"{message.place}: {plain(message.text)}")

    with_case, used, wrong = 0, set(), []
    for key, lines in found.items():
        has_case = key.lower() in everything or any(said in line.lower() for line in lines for said in wordings)
        with_case += has_case
        for line in sorted(lines):
            listed = {text for text, pattern in patterns.items() if pattern.search(line)}
            if has_case:  # a pattern as wide as that would hide a new message too
                wrong += [f"tests/book/census.yml: {text}: matches what has a case: {line}" for text in listed]
            elif not listed:
                wrong.append(f"{line}: has no case in the clinic and no reason in tests/book/census.yml")
            used |= listed
    wrong += [f"tests/book/census.yml: {text}: matches nothing" for text in sorted(patterns.keys() - used)]
    with capsys.disabled():
        print(f"\nmessages: {with_case} in cases, {len(found) - with_case} listed, {len(found)} in all")
    fail_with(wrong)
