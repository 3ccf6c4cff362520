"""What is installed is pinned, what is imported is declared, and no pin says where it came from."""

import ast
import re
import sys
from importlib.metadata import distribution, packages_distributions

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.codebase.sources import REPOSITORY, below, text
from tests.rig.requirements import requirements

# Draws the demo city's pictures once, on a developer's machine; the results are committed.
DRAWING = "home/demo/pictures"
INSTALLED = ("accounts", "rq", "demo", "test")


def pins():
    lines = (REPOSITORY / "constraints.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def pinned():
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in pins())}


def parts(requirement):
    """A requirement with extras asks for several things: the package itself, and each extra."""
    return {(canonicalize_name(requirement.name), extra) for extra in {"", *requirement.extras}}


def closure(names):
    """Every distribution that these requirements bring, as installed here: name → version."""
    found, seen, waiting = {}, set(), set()
    for name in names:
        waiting |= parts(Requirement(name))
    while waiting:
        name, extra = waiting.pop()
        seen.add((name, extra))
        found[name] = distribution(name).version
        for requirement in map(Requirement, distribution(name).requires or []):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                waiting |= parts(requirement) - seen
    return found


def test_a_pin_is_a_name_and_a_version_and_nothing_else():
    assert not [line for line in pins() if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+!]*", line)]


def test_everything_installed_is_pinned_to_the_version_installed():
    expected = pinned()

    assert {
        name: version for name, version in closure(requirements(*INSTALLED)).items() if expected.get(name) != version
    } == {}


def test_every_optional_part_has_a_pin():
    assert {canonicalize_name(Requirement(line).name) for line in requirements("pdf", *INSTALLED)} <= set(pinned())


def imported(*folders, but="nothing"):
    """Distribution → one file that imports it, for the code below `folders`."""
    owners, found = packages_distributions(), {}
    for file in below(*folders, endings=(".py",)):
        if file.is_relative_to(but):
            continue
        for node in ast.walk(ast.parse(text(file))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            for package in {name.split(".")[0] for name in names} - set(sys.stdlib_module_names):
                found.update({canonicalize_name(owner): str(file) for owner in owners.get(package, [])})
    return found


def declared(*groups):
    return {canonicalize_name(Requirement(line).name) for line in requirements(*groups)}


def undeclared(imports, *groups):
    return {name: file for name, file in imports.items() if name not in declared(*groups)}


def test_the_app_declares_every_package_it_imports():
    assert undeclared(imported("volunteering"), "accounts", "rq", "pdf") == {}


def test_the_city_declares_every_package_it_imports():
    assert undeclared(imported("home", "site", but=DRAWING), "accounts", "rq", "pdf", "demo") == {}


def test_the_drawing_of_its_pictures_needs_nothing_the_tests_do_not():
    assert undeclared(imported(DRAWING), "demo", "test") == {}
