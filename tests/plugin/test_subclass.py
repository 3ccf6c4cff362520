"""A city extends our event with a field of its own, as docs/how-to/subclass.md says."""

import json
import re
import sys
from pathlib import Path

import pytest

from tests.plugin.conftest import REPOSITORY, run

pytestmark = pytest.mark.slow

JOURNEY = Path(__file__).with_name("subclass_journey.py")
MODELS = re.compile(r"^```python\n# city/models\.py\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def seen(tmp_path_factory, instructions):
    """What happened in a site made by `wagtail start`, with the lines of README.md and of the how-to."""
    folder = tmp_path_factory.mktemp("city")
    run(sys.executable, "-c", "from wagtail.bin.wagtail import main; main()", "start", "bare", folder, cwd=folder)
    for file, code in instructions.items():
        with (folder / "bare" / file).open("a") as target:
            target.write(f"\n{code}")
    with (folder / "bare/settings/base.py").open("a") as target:
        target.write('\nINSTALLED_APPS = ["city", *INSTALLED_APPS]\n')
    (folder / "city").mkdir()
    (folder / "city/__init__.py").touch()
    (folder / "city/models.py").write_text(
        MODELS.search((REPOSITORY / "docs/how-to/subclass.md").read_text("utf-8"))[1]
    )
    return json.loads(run(sys.executable, JOURNEY, folder, REPOSITORY, cwd=folder).splitlines()[-1])


def test_a_citys_own_event_has_its_dates(seen):
    assert seen["dates"] == 3


def test_a_resident_can_find_a_citys_own_event(seen):
    assert "Bal des pompiers" in seen["list"]
    assert seen["page"] == 200


def test_an_editor_can_change_a_citys_own_field(seen):
    assert "La Boulangerie du Port" in seen["form"]
    assert "Bal des pompiers" in seen["listing"]


def test_setup_leaves_the_citys_own_agenda_alone(seen):
    assert seen["agendas"] == 1
