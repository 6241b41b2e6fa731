"""Which modules may import which: what is public or pure today stays so tomorrow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent

# Where requests and commands come in. They call operations, and nothing calls them.
FACES = {"admin", "api", "filters", "forms", "management", "serializers", "views"}

PURE = ("articles.importing", "articles.matching", "people.names", "people.recognition")


def imports_of(*globs: str) -> Iterator[tuple[str, str]]:
    """(file, module) of every absolute import in the files."""
    for path in (path for glob in globs for path in _ROOT.glob(glob)):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            yield from ((str(path.relative_to(_ROOT)), name) for name in names)


def test_the_files_are_read():
    assert ("people/querysets.py", "people.names") in set(imports_of("people/*.py"))


def test_people_know_nothing_of_articles():
    assert not [found for found in imports_of("people/**/*.py") if found[1].startswith("articles")]


def test_shared_modules_know_neither_app():
    knowing = {
        file
        for file, name in imports_of("ots_desk/**/*.py")
        if name.startswith(("articles", "people"))
    }
    assert knowing == {"ots_desk/api.py", "ots_desk/urls.py"}


@pytest.mark.parametrize("app", ["articles", "people"])
def test_models_call_no_operation(app):
    allowed = {f"{app}.{name}" for name in ("choices", "doubts", "models", "names", "querysets")}
    own = [
        (file, name)
        for file, name in imports_of(f"{app}/models/*.py", f"{app}/querysets.py")
        if name.startswith(f"{app}.") and ".".join(name.split(".")[:2]) not in allowed
    ]
    assert own == []


@pytest.mark.parametrize("app", ["articles", "people"])
def test_operations_know_no_face(app):
    faces = tuple(f"{app}.{face}" for face in FACES)
    knowing = [
        (file, name)
        for file, name in imports_of(f"{app}/**/*.py")
        if name.startswith(faces) and not FACES & set(Path(file).with_suffix("").parts)
        if Path(file).name not in ("urls.py", "entity_urls.py")
    ]
    assert knowing == []


@pytest.mark.parametrize("package", PURE)
def test_pure_packages_need_no_django(package):
    code = f"import sys, {package}; sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=_ROOT)
