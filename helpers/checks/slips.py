"""What Python's own words for a slip come down to, whatever the exercise."""

WHOLE_LISTS = "Python does no arithmetic with whole lists. Go through their entries."
NOT_YET = "It is used before it has a value."
NOT_CALLED = "A function stands there without being called: its brackets are missing, f(x)."
AS_MANY = (
    "There must be as many names on the left as values on the right; `first, *others = …` takes "
    "any number."
)

# {words of the report: advice}; the first words that occur decide.
SLIPS = {
    "for ^:": "A power is written with two stars: a**b. In Python `^` is something else.",
    "is not defined": "Is it spelled as where it got its value? It may also come from a cell "
    "further up, which has to run first.",
    "not associated with a value": NOT_YET,
    "referenced before assignment": NOT_YET,
    "NoneType": "Something is still None there: a variable that got no number yet, or what a "
    "function without `return` gave.",
    "'function' object is not iterable": NOT_CALLED,
    "object is not iterable": "One number cannot be gone through, or added to a list with +=. To "
    "count there is `range(n)`, and `append` adds to a list.",
    "iterable, not function": NOT_CALLED,
    "must be an iterable": "The star unpacks a list. Here stands a single number.",
    "indices must be integers": "An index counts places. `for x in numbers` gives the numbers "
    "themselves, `for i in range(len(numbers))` their places.",
    "list assignment index": "A list has no places beyond its length: `append` adds one.",
    "list index out of range": "The last index of a list is its length minus 1. Lists of any "
    "length should do.",
    "not subscriptable": "Square brackets pick from a list, and this is none. A function is "
    "called with round ones.",
    "'dict' object is not callable": "Round brackets call a function. Square ones pick an entry.",
    "'list' object is not callable": "Round brackets call a function. Square ones pick an entry.",
    "is not callable": "What stands before the brackets is a number, no function. A product needs "
    "its sign: a * (b).",
    "not supported between": "Two things of different kinds are compared. Has each name the value "
    "that you mean?",
    "'builtin_function_or_method'": NOT_CALLED,
    "'method'": NOT_CALLED,
    "'function' and": NOT_CALLED,
    "and 'function'": NOT_CALLED,
    "'Rule' and": NOT_CALLED,
    "and 'Rule'": NOT_CALLED,
    "division by zero": "What is divided by is 0 there. Is it what you meant to divide by?",
    "can't multiply sequence": WHOLE_LISTS,
    "can only concatenate list": WHOLE_LISTS,
    "'list' and": WHOLE_LISTS,
    "and 'list'": WHOLE_LISTS,
    "has no len()": "That is one number, no list: it has no length.",
    "values to unpack": AS_MANY,
    "positional argument": "That is another number of arguments than it takes. A star passes the "
    "entries of a list one by one: f(*numbers).",
    "has no attribute": "Is the name after the dot the right one, and what stands before it?",
    "does not support item assignment": "A tuple, or a text, cannot be changed in place: list(…) "
    "makes a list of it.",
    "RecursionError": "It calls itself without end. Has something of yours the name of a function?",
}
