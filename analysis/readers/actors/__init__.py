"""Every mention to one entity: names to names, then seats of power, nominals and pronouns.

The way of an article, whose cast grows in a `scene`:

1. `aliases` brings names together, by their forms (`matching`).
2. `roles` says who is what, and in which organization or country; `metonymy` gives acting capitals to governments.
3. `nominals` finds whom a noun means: `people` by their profiles, `organizations` by name or by what is spoken of,
   `groups` by whose they are and by sort.
4. `pronouns` weighs `antecedents`, and says whom I, we and you are by who speaks; what they make known are relatives
   (`his wife`), people without a name and groups of those named together.
5. `scene` says how sure each entity is; `roles.source_entities` who is behind a quotation.
"""

from analysis.grammar.tokens import Parse
from analysis.readers.actors.aliases import group_names
from analysis.readers.actors.groups import add_collectives
from analysis.readers.actors.metonymy import resolve_metonyms
from analysis.readers.actors.nominals import add_relatives, resolve_nominals
from analysis.readers.actors.pronouns import add_spoken_of, resolve_pronouns, resolve_speech
from analysis.readers.actors.roles import is_address, link_roles, resolve_roles, source_entities
from analysis.readers.actors.scene import Scene, with_confidence, with_works
from analysis.records import Article, Cast, Name, Quotation

__all__ = ["Scene", "by_name", "resolve", "source_entities", "with_works"]


def resolve(article: Article, parse: Parse, names: tuple[Name, ...], quotations: tuple[Quotation, ...]) -> Cast:
    """The article's cast of actors and places. A pronoun or nominal that may mean several is left out: unresolved is
    better than wrong. Works do not act: `with_works` adds them when all else is known."""
    scene = by_name(article, parse, names)
    discourse = resolve_pronouns(scene, quotations)
    resolve_speech(scene, quotations)
    add_relatives(scene, discourse.unnamed)
    add_spoken_of(scene, discourse.unnamed)
    add_collectives(scene, discourse.several)
    scene.roles = tuple(role for role in scene.roles if not is_address(role.role))
    return with_confidence(scene.cast())


def by_name(article: Article, parse: Parse, names: tuple[Name, ...]) -> Scene:
    """The cast by names and nouns alone, before pronouns."""
    scene = Scene(article, parse, group_names(article, tuple(name for name in names if name.kind != "work")))
    resolve_roles(scene)
    resolve_metonyms(scene)
    resolve_nominals(scene)
    link_roles(scene)
    return scene
