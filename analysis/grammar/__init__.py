"""English grammar, asked by all readers and importing none.

`tokens` are the words of a parse, made by `docs` and mended once by `repair` and `saying`; `clauses` tells subject,
agent, object, owner and antecedent, `factuality` what is denied, supposed, wished or to come, `phrases` the edges and
heads of noun phrases, `pronouns` what grammar alone says of a pronoun, `lexemes` what a word is whatever stands around
it.
"""
