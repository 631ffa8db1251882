"""Jinja2: inheritance, macros, loops, filters, sandbox, and errors in templates."""

import jinja2
import jinja2.sandbox

TEMPLATES = {
    "base.html": """<title>{% block title %}none{% endblock %}</title>
{%- macro field(name, value='', kind='text') %}
<input name="{{ name }}" value="{{ value }}" type="{{ kind }}">
{%- endmacro %}
{% block body %}{% endblock %}
""",
    "page.html": """{% extends "base.html" %}{% import "base.html" as forms %}
{% block title %}{{ user.name | upper }}'s page{% endblock %}
{% block body %}
{% for item in items if item.price > 1 recursive %}
  {{ loop.index }}/{{ loop.length }} {{ item.name | title | e }} {{ "%.2f" | format(item.price) }}
  {%- if loop.first %} (first){% elif loop.last %} (last){% endif %}
  {%- if item.parts %}[{{ loop(item.parts) }}]{% endif %}
{% else %}
  nothing
{% endfor %}
{% set total = items | map(attribute="price") | sum %}
total {{ total | round(1) }} {{ items | groupby("kind") | length }} kinds
{{ items | sort(attribute="price", reverse=true) | map(attribute="name") | join(", ") }}
{{ forms.field("q", value=user.name) }}
{% filter indent(4) %}{{ text | wordwrap(20) }}{% endfilter %}
{% with a = 1, b = 2 %}{{ a + b }}{% endwith %} {{ [1, 2, 3] | batch(2) | list }}
{{ missing | default("no value") }} {{ "<b>" }} {{ "<b>" | safe }} {{ range(5) | select("odd") | list }}
{% endblock %}
""",
    "broken.html": "line one\n{{ user.name.nothing.deeper }}\n",
}


class User:
    def __init__(self, name):
        self.name = name


def item(name, price, kind, *parts):
    return {"name": name, "price": price, "kind": kind, "parts": parts}


environment = jinja2.Environment(loader=jinja2.DictLoader(TEMPLATES), autoescape=True)
environment.filters["shout"] = lambda text: f"{text}!"
environment.globals["answer"] = 42
data = {
    "user": User("ann & co"),
    "items": [
        item("bread <dark>", 2.5, "food"),
        item("gum", 0.5, "food"),
        item("lamp", 19.99, "tool", item("bulb", 3, "part"), item("screw", 0.1, "part")),
    ],
    "text": "the quick brown fox jumps over the lazy dog",
}
print(environment.get_template("page.html").render(data))
print(environment.from_string("{{ 'a' | shout }} {{ answer }} {{ x if x else 'no x' }}").render())
for source in ("{% for %}", "{{ 1 + }}", "{% if x %}", "{{ x | nothing }}"):
    try:
        environment.from_string(source)
    except jinja2.TemplateError as error:
        print(type(error).__name__, error)
try:
    environment.get_template("broken.html").render(data)
except jinja2.UndefinedError as error:
    print(type(error).__name__, error)
sandbox = jinja2.sandbox.SandboxedEnvironment()
try:
    print(sandbox.from_string("{{ ().__class__.__bases__ }}").render())
except jinja2.sandbox.SecurityError as error:
    print(type(error).__name__, error)
environment.get_template("broken.html").render(data)
