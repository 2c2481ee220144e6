"""Proofs as pictures: boxes in layers, drawn without any library.

proofs -> graph.graph_of -> Graph -> layout.laid_out -> Picture -> svg.svg_of -> SVG

A statement that a proof uses twice is one box; a large proof is cut at a depth, and it is said how much is left out.
"""
