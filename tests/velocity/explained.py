"""The differences between the engine and the oracle that are meant, each with its evidence."""
import re


def matches(pattern):
    return lambda case, ours, theirs: re.search(pattern, case["template"])


def is_rounded(case, ours, theirs):
    """The same numbers with other digits."""
    numbers = r"-?\d+\.\d+(?:E-?\d+)?"
    split = lambda text: (re.sub(numbers, "#", text), [float(number) for number in re.findall(numbers, text)])
    return split(ours) == split(theirs)


# A name, what the shortest case has to be, why, and how that is known.
EXPLAINED = [
    ("class", matches(r"[cC]lass"), "classes are not reachable; Velocity alone prints `class java.lang.String`",
     "a choice: what API Gateway does is not on record"),
    ("identity", matches(r"split|toArray|toCharArray|getBytes|bytes|iterator|keySet\(\)\.|define[\s\S]*hashCode"),
     "arrays, iterators and blocks print a hash of identity, which differs from run to run", "two runs of the oracle differ"),
    ("input", matches(r"\$!?\{?(input|util)\b(?!\.(path|json|params|body|escape|url|base|parse))"),
     "`$input` and `$util` themselves print nothing", "the classes of the oracle are not those of API Gateway"),
    ("info", matches(r"info"), "the position of a directive is not reachable through `$foreach.info`",
     "a choice: what API Gateway does is not on record"),
    ("body", lambda case, ours, theirs: re.match(r"ERROR", theirs) and re.search(r"JsonException|(json|root) can not be null", theirs),
     "a body that is not JSON gives nothing instead of an error", "recorded at API Gateway"),
    ("stack", lambda case, ours, theirs: "StackOverflowError" in theirs, "a map that contains itself has no hash in Java",
     "the hash is never printed; the engine finds keys without it"),
    ("limit", lambda case, ours, theirs: "runs more than 1000 times" in ours, "a loop of more than 1,000 turns is an error",
     "a quota of API Gateway, which Velocity alone does not have"),
    ("predicate", lambda case, ours, theirs: "NullPointerException" in theirs and re.search(r"\[[^\]]*\?\s*[,\]]", case["template"]),
     "a path with `?` in the place of a program's own filter is no path", "nothing in a template can give such a filter"),
    ("digits", is_rounded, "the engine prints the shortest digits that read back, Java before version 19 sometimes one more",
     "JDK-4511638, fixed in Java 19; the oracle runs on what Debian has"),
]


def explained(case, ours, theirs):
    """The name of the row that explains a difference."""
    return next((name for name, is_it, *_ in EXPLAINED if is_it(case, ours, theirs)), None)
