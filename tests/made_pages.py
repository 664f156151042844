"""A web page as sites make them: for tests of what reads pages."""

FIRST = "The ferry company said on Monday that it would cut its fares by a third for the people of the island."
SECOND = "The islanders have asked for “lower fares” for more than ten years, and they were not heard until this week."
THIRD = "“It is a good day for everybody who lives here,” the mayor told reporters at the harbour on Tuesday morning."
LAST = "The new fares come into force in April, and will be looked at again after the summer, the company said."


def page(*body: str, title: str = "Ferry fares to fall", head: str = "") -> str:
    blocks = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in body)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head><body><header><nav>'
        f'<a href="/">Home</a> <a href="/world">World</a></nav></header>'
        f"<main><article><h1>Ferry fares to fall</h1>{blocks}</article></main>"
        "<footer><p>© The Island Post</p></footer></body></html>"
    )
