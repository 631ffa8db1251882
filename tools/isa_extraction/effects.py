"""Stack effects as expressions: found from samples, in a small closed set of forms.

An effect is an int, or an expression of `oparg` in Python's syntax.  Every form that is accepted
reproduces all samples, so a wrong guess cannot pass; an effect of no known form is an error.
"""

from collections.abc import Iterator, Sequence

from peephole.isa.effects import Effect, evaluate

Samples = dict[int, int]


class UnknownForm(Exception):
    """No form reproduces what the interpreter answered."""


def _plus(constant: int, terms: Sequence[tuple[int, str]]) -> str:
    """constant + terms, written as one would: `1 - oparg`, `oparg - 1`, `-(oparg & 1)`."""
    parts = [
        (factor, term if abs(factor) == 1 else f"{abs(factor)} * {term}") for factor, term in terms
    ]
    number = (constant, str(abs(constant)))
    if constant < 0 and terms and terms[0][0] > 0:
        parts.append(number)
    elif constant:
        parts.insert(0, number)
    text = "".join(f" {'+' if sign > 0 else '-'} {size}" for sign, size in parts)
    return text[3:] if text.startswith(" + ") else "-" + text[3:]


def _candidates(samples: Samples) -> Iterator[Effect]:
    first = samples[0]
    yield first
    slope = samples[2] - samples[1]
    if slope:
        yield _plus(samples[2] - 2 * slope, [(slope, "oparg")])
    # Bits of the oparg that each add or take something.
    bits = [(samples[1 << bit] - first, bit) for bit in range(5)]
    terms = [
        (weight, f"(oparg >> {bit} & 1)" if bit else "(oparg & 1)")
        for weight, bit in bits
        if weight
    ]
    if terms:
        yield _plus(first, terms)
    # Two numbers, one in the low byte (UNPACK_EX: before and after the starred target).
    yield _plus(first, [(1, "(oparg & 255)"), (1, "(oparg >> 8)")])
    # One value is different from all others (BUILD_SLICE 3).
    common = samples[max(samples)]
    odd = [oparg for oparg, value in samples.items() if value != common]
    if len(odd) == 1:
        yield _plus(common, [(samples[odd[0]] - common, f"(oparg == {odd[0]})")])


def fit(samples: Samples) -> Effect:
    """The simplest effect that gives every one of `samples` (oparg to effect)."""
    for candidate in _candidates(samples):
        if all(evaluate(candidate, oparg) == value for oparg, value in samples.items()):
            return candidate
    raise UnknownForm(f"no form gives {dict(list(samples.items())[:20])} ...")


def fit_jump(
    opargs: Sequence[int], sampled: Sequence[Sequence[int | None]]
) -> Effect | tuple[Effect, Effect] | None:
    """From the answers for jump=None, False, True: the effect, or (not taken, taken) where they
    differ, or None where every question was refused.

    The answer for jump=None is checked to be the larger of the two.
    """
    either, fallthrough, taken = sampled
    if all(value is None for answers in sampled for value in answers):
        return None
    fits = []
    for answers in (fallthrough, taken):
        samples = {
            oparg: value for oparg, value in zip(opargs, answers, strict=True) if value is not None
        }
        if len(samples) != len(opargs):
            raise UnknownForm("some opargs are refused, others are not")
        fits.append(fit(samples))
    for value, left, right in zip(either, fallthrough, taken, strict=True):
        if left is None or right is None or value != max(left, right):
            raise UnknownForm("jump=None is not the larger of the two effects")
    return fits[0] if fits[0] == fits[1] else (fits[0], fits[1])
