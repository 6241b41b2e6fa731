"""The interface's translations: compiled as written, and complete where the desk says so."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings

COMPLETE = ["ru"]

# %(name)s, %s and %d must come out of a translation as they went in.
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")


def catalog(language: str, suffix: str) -> Catalog:
    path = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / f"django.{suffix}"
    with path.open("rb") as file:
        return read_po(file) if suffix == "po" else read_mo(file)


def strings(value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _key(message: Message) -> tuple:
    context = message.context
    if isinstance(context, bytes):  # Babel doesn't decode it in a compiled catalog
        context = context.decode()
    return context, strings(message.id)[0]


def messages(language: str) -> list[Message]:
    return [message for message in catalog(language, "po") if message.id]


@pytest.mark.parametrize("language", COMPLETE)
def test_what_is_compiled_is_what_was_written(language):
    compiled = {_key(message): strings(message.string) for message in catalog(language, "mo")}
    written = {_key(message): strings(message.string) for message in messages(language)}
    assert {key: compiled.get(key) for key in written} == written


@pytest.mark.parametrize("language", COMPLETE)
def test_every_string_is_translated(language):
    assert [m.id for m in messages(language) if m.fuzzy or not all(strings(m.string))] == []


@pytest.mark.parametrize("language", COMPLETE)
def test_every_placeholder_comes_out_as_it_went_in(language):
    for message in messages(language):
        wanted = set(_PLACEHOLDER.findall(" ".join(strings(message.id))))
        for string in strings(message.string):
            assert set(_PLACEHOLDER.findall(string)) == wanted, message.id


@pytest.mark.parametrize("page", ["/ru/", "/ru/search/?q=xyzzy", "/ru/people/", "/ru/archive/"])
def test_russian_pages_hold_no_english(client, db, page):
    html = client.get(page).content.decode()
    main = html[html.index("<main") :]
    words = re.sub(r"<[^>]+>|&\w+;", " ", re.sub(r"<code>.*?</code>", " ", main))
    allowed = {"OTS", "Desk", "API", "Türkçe", "xyzzy", "Zhaparov", "Caparov", "English"}
    found = set(re.findall(r"[A-Za-zəçşü]{3,}", words))
    assert found - allowed - {"Azərbaycanca", "zbekcha"} == set()
