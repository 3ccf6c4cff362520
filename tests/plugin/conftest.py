"""The app as another city meets it: a wheel, installed into a bare Wagtail site, set up as README.md says."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
JOURNEY = Path(__file__).with_name("journey.py")
# A block of README.md that goes into a file of the site starts with the file's name as a comment.
BLOCK = re.compile(r"^```python\n# (?P<file>(?:settings/base|urls)\.py)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
# The blocks of docs/how-to/install.md, and what a template needs to show them.
INSTALL = (REPOSITORY / "docs/how-to/install.md").read_text("utf-8")
BODY = re.search(r"^```python\n(from wagtail import blocks\n.*?)^```$", INSTALL, re.MULTILINE | re.DOTALL)[1]
ASSETS = re.search(r"^```html\+django\n(.*?)^```$", INSTALL, re.MULTILINE | re.DOTALL)[1]
TOWN_PAGE = """
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField


class TownPage(Page):
    body = StreamField(BodyBlock())
    content_panels = [*Page.content_panels, FieldPanel("body")]
"""
TOWN_TEMPLATE = """{% extends "base.html" %}{% load wagtailcore_tags %}
{% block content %}{% include_block page.body %}{% endblock %}
"""


def run(*command, cwd):
    """Output of a command that knows nothing of this repository's settings and folders."""
    hidden = ("PYTHON", "DJANGO", "VOLUNTEERING", "DATABASE_URL", "REDIS_URL")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def instructions():
    """What README.md says to write: file of the site → code."""
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    return {match["file"]: match["code"] for match in BLOCK.finditer(readme)}


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, REPOSITORY, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def python(tmp_path_factory, wheel):
    """A virtual environment with the wheel; the dependencies come from this one, which spares a minute."""
    folder = tmp_path_factory.mktemp("site") / "venv"
    venv.create(folder, symlinks=True)
    program = folder / "bin" / "python"
    packages = Path(run(program, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (packages / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    pip = (sys.executable, "-m", "pip", "--python", program, "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    return program


@pytest.fixture(scope="session")
def bare_site(python, instructions):
    """Folder of a site made by `wagtail start`, with the app added as README.md says, and a page type for blocks."""
    folder = python.parents[2] / "bare"
    folder.mkdir()
    run(python, "-c", "from wagtail.bin.wagtail import main; main()", "start", "bare", folder, cwd=folder)
    for file, code in instructions.items():
        with (folder / "bare" / file).open("a") as target:
            target.write(f"\n{code}")
    with (folder / "home/models.py").open("a") as target:
        target.write(f"\n{BODY}\n{TOWN_PAGE}")
    (folder / "home/templates/home/town_page.html").write_text(TOWN_TEMPLATE + ASSETS)
    run(python, "manage.py", "makemigrations", "home", cwd=folder)
    return folder


@pytest.fixture(scope="session")
def journey(python, bare_site):
    """What happened on the way from the empty database to a visitor's first pages."""
    return json.loads(run(python, JOURNEY, bare_site, cwd=bare_site).splitlines()[-1])
