"""Many stories out of few, for runs of a size: the Reuters stories of 1987 with other names and other numbers.

python tests/benchmarks/stories.py REUTERS OUT [--number 20000] [--seed 17] [--longest 1200]

REUTERS is the folder of `reut2-*.sgm`. The same seed gives the same files, a thousand a folder. Names are words with a
capital behind one without: within a story each stands for another of the collection's. What they say is no news.
"""

import argparse
import html
import random
import re
from collections.abc import Iterator
from pathlib import Path

STORY = re.compile(r"<TITLE>(?P<title>.*?)</TITLE>.*?<BODY>(?P<body>.*?)\s*(?:Reuter\s*)?(?:&#3;)?</BODY>", re.DOTALL)
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
DIGIT = re.compile(r"(?<![\d.,])[1-9](?=\d)")  # the first of a number: it keeps its length


def stories(folder: Path, longest: int) -> list[str]:
    """The stories of a folder, headline first, that are no longer than so many characters."""
    found = []
    for file in sorted(folder.glob("reut2-*.sgm")):
        for story in STORY.finditer(file.read_text(encoding="latin-1")):
            title, body = (html.unescape(story[part]).replace("\x03", "").strip() for part in ("title", "body"))
            paragraphs = [" ".join(lines.split()) for lines in re.split(r"\n {2,}", body)]
            text = "\n\n".join([title, *paragraphs]) + "\n"
            if len(text) <= longest:
                found.append(text)
    return found


def changed(text: str, names: list[str], chance: random.Random) -> str:
    """A story with other names and other numbers."""
    others: dict[str, str] = {}
    text = NAME.sub(lambda found: others.setdefault(found[0], chance.choice(names)), text)
    return DIGIT.sub(lambda _: chance.choice("123456789"), text)


def made(folder: Path, number: int, seed: int, longest: int) -> Iterator[str]:
    """So many stories, each of the collection's in turn."""
    found, chance = stories(folder, longest), random.Random(seed)
    if not found:
        raise SystemExit(f"no stories in {folder}: it should hold reut2-*.sgm")
    names = sorted({name for text in found for name in NAME.findall(text)})
    for n in range(number):
        yield changed(found[n % len(found)], names, chance)


def main() -> None:
    """Write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reuters", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--number", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--longest", type=int, default=1200, help="characters")
    args = parser.parse_args()
    for n, text in enumerate(made(args.reuters, args.number, args.seed, args.longest)):
        file = args.out / f"{n // 1000:03d}" / f"{n:06d}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
