"""Numbers as JSON and templates write them, for differential.py."""
import random, struct

EDGES = ["0", "-0", "0.0", "-0.0", "1", "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
         "-9223372036854775808", "-9223372036854775809", "1e7", "9999999.999", "9999999.9999999999", "1e-3", "0.00099999", "1.7976931348623157e308",
         "1.8e308", "4.9e-324", "2e-324", "1e23", "1e22", "123456789012345678901234567890", "1E5", "1e+5", "5e-1", "0.1", "100.0", "1.10"]
OPERATORS = ["+", "-", "*", "/", "%", "==", "<", ">="]


class Numbers:
    """Numbers near the places where Java changes the class or the form: the ends of int and long, 10⁻³ and 10⁷, the ends of double."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def decimal(self):
        kind = self.random.randrange(5)
        if kind == 0:
            return self.random.choice(EDGES)
        if kind == 1:
            bits = struct.unpack("<d", struct.pack("<Q", self.random.getrandbits(64)))[0]
            return repr(bits) if bits == bits and abs(bits) != float("inf") else "1.5"
        if kind == 2:
            digits = str(self.random.randrange(1, 10 ** self.random.randrange(1, 20)))
            return f"{'-' if self.random.random() < 0.3 else ''}{digits[0]}.{digits[1:] or '0'}e{self.random.randrange(-30, 30)}"
        if kind == 3:
            return str(self.random.randrange(-10 ** self.random.randrange(1, 25), 10 ** self.random.randrange(1, 25)))
        return f"{self.random.randrange(-10 ** 8, 10 ** 8)}.{self.random.randrange(10 ** self.random.randrange(1, 12))}"

    def literal(self):
        """A number as templates write it; a blank before a minus sign keeps it a literal."""
        return self.decimal().replace("E", "e").replace("e+", "e")

    def case(self):
        kind = self.random.randrange(4)
        if kind == 0:
            return {"template": f"#set($x = {self.literal()})$x", "body": "{}"}
        if kind == 1:
            return {"template": f"#set($a = {self.literal()})#set($b = {self.literal()})#set($x = $a {self.random.choice(OPERATORS)} $b)$x", "body": "{}"}
        if kind == 2:
            template = "#set($v = $input.path('$'))#foreach($n in $v)$n #set($x = $n " + self.random.choice(OPERATORS[:5]) + " 7)$x;#end"
            return {"template": template, "body": "[" + ", ".join(self.decimal() for _ in range(3)) + "]"}
        return {"template": self.random.choice(["$input.path('$')", "$input.json('$')", "$input.path('$').toString().length()", "$input.path('$').intValue()",
                                                "$input.path('$').doubleValue()", "$input.path('$').hashCode()"]), "body": self.decimal()}
