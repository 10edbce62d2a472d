"""Programs from physics, chemistry and numerical work, to be differentiated in notebook 07.

Each runs on any kind of number: floats, `Value`, `Dual`, traced numbers.

verlet        a particle in a potential, step by step
hueckel       π electrons of a molecule, and an eigenvalue by power iteration
square_root   Newton's iteration for a square root
"""
