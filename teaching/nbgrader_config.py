# Goes to the folder of your nbgrader course. `make student` has taken the solutions out already;
# nbgrader would do so again, and empty every exercise.
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions

c = get_config()  # noqa: F821
c.GenerateAssignment.preprocessors = [
    step for step in GenerateAssignment().preprocessors if step is not ClearSolutions
]
