"""Drive the lab in a browser over random and awkward cases, and compare every number with torch.

The numbers are read from a bare page that holds nothing but the lab; what the page around it adds is looked at in the
built site. Without a Chromium these tests are skipped; where the environment says CI=true, that is a failure.
"""

import contextlib
import io
import json
import math
import random
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
import torch

from book.paths import ROOT
from book.site.scripts import bundle
from tests.site import browser

ASSETS = ROOT / "docs/assets/lab"
WEIGHT = 20_000  # bytes, gzipped, of all that only the lab's page loads
DIGITS = 1e-9
MODES = ("vjp", "jvp", "onehot", "ones")
FUNCTIONS = ["sin", "cos", "tan", "exp", "log", "sqrt", "tanh", "sigmoid", "relu", "abs"]
EDGES = [0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, 1e-300, -1e-300, 1e300, -1e300, 1e8, 710.0, -745.0, math.inf, -math.inf]
EDGES.append(math.nan)
AWKWARD = """
y1 = 1/x1
y1 = x1/x2
y1 = sqrt(x1)
y1 = log(x1)
y1 = abs(x1) + relu(x1)
y1 = x1^0
y1 = 0^x1
y1 = x1^x2
y1 = x1^3 + x2^-2
y1 = (-2)^x1
y1 = x1^0.5
y1 = sqrt(x1)*x2
y1 = x1*0 + x2
y1 = sqrt(x1); y2 = x2
y1 = x1; y2 = x1; y3 = 2
y1 = exp(x1)/exp(x1)
y1 = 2**x1 - x1**2
""".strip().split("\n")
# What the lab shows, read in the page: with all digits from its state, and as displayed from its table.
READ = """cases => cases.map(changes => {
  Lab.set(changes);
  Lab.render();
  const texts = selector => [...document.querySelectorAll(selector)].map(e => e.textContent);
  return { ...Lab.numbers(), entries: texts("tbody td b"), results: texts("td.lab-result"), query: Lab.query(),
    formula: texts(".lab-formula")[0], shown: texts("pre") };
})"""


# --- The page --------------------------------------------------------------------------------------------------------


def serve_bare(folder: Path) -> browser.Server:
    """A server of two bare pages, `zh/` and `en/`, that hold nothing but the lab."""
    (folder / "404.html").write_text("<title>404</title>", "utf-8")
    (folder / "assets").symlink_to(ASSETS.parent)
    for locale in ("zh", "en"):
        head = '<meta charset="utf-8"><link rel="icon" href="../assets/favicon.svg">'
        head += '<link rel="stylesheet" href="../assets/lab/lab.css">'
        body = '<main><div id="vjp-lab" class="lab"><figure></figure></div></main>'
        script = '<script src="lab.js"></script>'
        html = f'<!doctype html><html lang="{locale}"><head>{head}</head><body>{body}{script}</body></html>'
        (folder / locale).mkdir()
        (folder / locale / "index.html").write_text(html, "utf-8")
        (folder / locale / "lab.js").write_text(bundle(ASSETS, locale), "utf-8")
    return browser.Server(folder)


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    with serve_bare(tmp_path_factory.mktemp("bare")) as server:
        yield server


@pytest.fixture
def visit(chromium):
    """Open an address in a context of its own; what goes wrong in its scripts fails the test."""
    pages, faults = [], []

    def open_page(address, **options):
        pages.append(page := chromium.new_page(**options))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(address)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert not faults, faults


@pytest.fixture
def lab(visit, bare):
    """Open the lab, in a language and with an address."""

    def open_lab(locale="en", search=""):
        page = visit(f"{bare.url}{locale}/{search}")
        page.wait_for_selector(".lab-matrix")
        return page

    return open_lab


# --- Cases -----------------------------------------------------------------------------------------------------------


def value(rng):
    return rng.choice(EDGES) if rng.random() < 0.35 else round(rng.uniform(-4, 4), 3)


def expression(rng, depth, tame=False):
    """A random expression with an x in every part that a function or a power needs one in.

    `tame` keeps large values away from sin, cos and tan of something computed: there the last bit of the argument
    decides the result, in torch as well.
    """
    if depth == 0 or rng.random() < 0.12:
        return rng.choice(["x1", "x2", "x3"])
    kind = rng.random()
    if tame:
        return f"{rng.choice(['tanh', 'sigmoid', 'sin', 'cos'])}({expression(rng, depth - 1, True)})"
    if kind < 0.45:
        name = rng.choice(FUNCTIONS)
        return f"{name}({expression(rng, depth - 1, tame=name in ('sin', 'cos', 'tan'))})"
    if kind < 0.52:
        return f"-({expression(rng, depth - 1)})"
    constant = rng.choice(["2", "0.5", "3", "0", "1", "1.7", "4", "-1", "-2"])
    left, right = expression(rng, depth - 1), expression(rng, depth - 1)
    if rng.random() < 0.35:
        left, right = (left, f"({constant})") if rng.random() < 0.6 else (f"({constant})", right)
    return f"({left}) {rng.choice(['+', '-', '*', '/', '^', '**'])} ({right})"


def catalogue():
    """The lab's own functions, from its file."""
    source = (ASSETS / "functions.js").read_text("utf-8")
    return {name: text.replace("\\n", "\n") for name, text in re.findall(r'(\w+): \{\s+text: "([^"]*)"', source)}


def cases():
    rng = random.Random(20)
    texts = [(name, text) for name, text in catalogue().items() if name != "own"] * 40
    texts += [("own", text.replace("; ", "\n")) for text in AWKWARD for _ in range(25)]
    for _ in range(600):
        lines = [f"y{i + 1} = {expression(rng, rng.choice([1, 2, 2, 3]))}" for i in range(rng.choice([1, 2, 3]))]
        texts.append(("own", "\n".join(lines)))
    for number, (name, text) in enumerate(texts):
        points = {key: [value(rng) for _ in range(3)] for key in "xvu"}
        yield {"f": name, "own": text, "mode": MODES[number % 4], "k": rng.choice([1, 2, 3]), **points}


def python_of(text):
    """Translate a case to torch without the lab's help."""
    text = re.sub(rf"\b({'|'.join(FUNCTIONS)})\(", r"torch.\1(", text.replace("^", "**"))
    lines = [line.split(" = ") for line in text.split("\n")]
    return [(name, body) for name, body in lines]


def expected(case):
    """What torch says: y, J row by row, and the product of the case's mode."""
    lines = python_of(case["own"])
    m = sum(name[0] == "y" for name, _ in lines)
    n = max(int(i) for _, body in lines for i in re.findall(r"\bx(\d)", body))

    def f(x):
        parts = x.unbind()
        scope = {"torch": torch, **{f"x{i + 1}": parts[i] for i in range(n)}}
        for name, body in lines:
            scope[name] = eval(body, scope)
        outputs = [scope[f"y{i + 1}"] for i in range(m)]
        return torch.stack([out if torch.is_tensor(out) else x.new_tensor(float(out)) for out in outputs])

    x = torch.tensor(case["x"][:n], dtype=torch.float64, requires_grad=True)
    y = f(x)
    eye = torch.eye(m, dtype=torch.float64)
    J = [torch.autograd.grad(y, x, row, retain_graph=True)[0].tolist() for row in eye]
    if case["mode"] == "jvp":
        u = torch.tensor(case["u"][:n], dtype=torch.float64)
        product = torch.func.jvp(f, (x.detach(),), (u,))[1].tolist()
    elif case["mode"] == "onehot":
        product = J[min(case["k"], m) - 1]
    else:
        ones = [1.0] * m
        v = torch.tensor(ones if case["mode"] == "ones" else case["v"][:m], dtype=torch.float64)
        product = torch.autograd.grad(y, x, v)[0].tolist()
    return {"y": y.tolist(), "J": J, "product": product}


def flat(numbers):
    return [b for a in numbers for b in flat(a)] if isinstance(numbers, list) else [float(numbers)]


def difference(ours, theirs):
    """How far two numbers are apart, in units of `max(1, |a|, |b|)`; infinite where only one is nan or inf."""
    if math.isnan(ours) or math.isnan(theirs) or math.isinf(ours) or math.isinf(theirs):
        return 0.0 if repr(ours) == repr(theirs) else math.inf
    return abs(ours - theirs) / max(1, abs(ours), abs(theirs))


def apart(ours, theirs):
    ours, theirs = flat(ours), flat(theirs)
    assert len(ours) == len(theirs), (ours, theirs)
    return max(map(difference, ours, theirs))


def run(code):
    """Run offered code as a reader would, and read what it prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "lab", "exec"), {"__name__": "__main__"})
    return [eval(line, {"inf": math.inf, "nan": math.nan}) for line in printed.getvalue().splitlines()]


def displayed(text):
    return float(text.replace("−", "-"))


# --- Numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:.*torch.jit.script.*:DeprecationWarning")
def test_numbers_are_those_of_torch(lab, capsys):
    every = list(cases())
    page = lab()
    worst, numbers, failures, own = 0.0, 0, [], set()
    for start in range(0, len(every), 50):
        batch = every[start : start + 50]
        changes = ",".join(f"{{...{json.dumps(settings(case))}, {points(case)}}}" for case in batch)
        read = page.evaluate(f"() => ({READ})([{changes}])")
        for case, got in zip(batch, read):
            want = expected(case)
            found = {key: apart(got[key], want[key]) for key in want}
            lines = [eval(line, {"inf": math.inf, "nan": math.nan}) for line in got["printed"].splitlines()]
            found["code"] = apart(lines, run(got["code"]))
            shown = [displayed(text) for text in got["entries"] + got["results"] if text != "·"]
            rows = want["J"][: min(case["k"], len(want["J"]))] if case["mode"] == "onehot" else want["J"]
            exact = flat(rows) + want["product"]
            close = all(repr(a) == repr(b) or abs(a - b) <= 6e-4 * abs(b) for a, b in zip(shown, exact))
            numbers += sum(len(flat(want[key])) for key in want)
            if len(shown) != len(exact) or not close or max(found.values()) > DIGITS:
                failures.append(f"{found} {case} {got['entries']}")
            worst = max(worst, *(d for d in found.values() if d < math.inf))
            own |= {case["own"]} if case["f"] == "own" else set()
    with capsys.disabled():
        print(
            f"\n{len(every)} cases, {len(own)} expressions, {numbers} numbers compared; largest difference {worst:.2g}"
        )
    assert len(every) >= 1000
    assert len(own) >= 200
    assert not failures, f"{len(failures)} cases differ:\n" + "\n".join(failures[:5])


def settings(case):
    return {key: case[key] for key in ("f", "own", "mode", "k")}


def points(case):
    names = {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}
    lists = {key: ",".join(names.get(repr(number), repr(number)) for number in case[key]) for key in "xvu"}
    return ",".join(f"{key}: [{numbers}]" for key, numbers in lists.items())


@pytest.mark.filterwarnings("ignore:.*torch.jit.script.*:DeprecationWarning")
def test_address_holds_the_case(lab):
    """Every fortieth case once more, given and read back as an address."""
    page = lab()
    address = page.url.split("?")[0]
    for case in list(cases())[::40]:
        names = {math.inf: "inf", -math.inf: "-inf"}
        lists = {key: ",".join(names.get(number, repr(number)) for number in case[key]) for key in "xvu"}
        own = case["own"].replace("\n", ";") if case["f"] == "own" else None
        fields = {"f": case["f"], "mode": case["mode"], "k": case["k"], **lists} | ({"own": own} if own else {})
        page.goto(f"{address}?{urlencode(fields)}")
        (first,) = page.evaluate(READ, [{}])
        page.goto(f"{address}?{first['query']}")
        (again,) = page.evaluate(READ, [{}])
        want = expected(case)
        assert all(first[key] == again[key] for key in want), fields
        assert max(apart(first[key], want[key]) for key in want) <= DIGITS, fields


def test_default_case_is_the_recorded_one(lab):
    (got,) = lab().evaluate(READ, [{}])
    assert got["code"] + "\n" == (ROOT / "snippets/lab/index/default.py").read_text("utf-8")
    assert got["printed"] + "\n" == (ROOT / "snippets/lab/index/default.out").read_text("utf-8")
    assert got["entries"] == ["6", "3", "2", "1", "1", "1", "1", "3", "2"]
    assert got["results"] == ["1.1", "1.4", "1"]
    assert got["formula"] == "vᵀJ = 0.1·(6, 3, 2) + 0.2·(1, 1, 1) + 0.3·(1, 3, 2) = (1.1, 1.4, 1)"
    assert got["shown"] == [got["code"] + "\n", got["printed"]]


# --- Words and mistakes ----------------------------------------------------------------------------------------------

MISTAKES = [  # text, where it is wrong
    ("y1 = x1*+*x2", "*"),
    ("y1 = x1 x2", "x2"),
    ("y1 = 2x1", "x1"),
    ("y1 = (x1 + x2", "("),
    ("y1 = x1)", ")"),
    ("y1 = sine(x1)", "sine"),
    ("y1 = sin x1", "x1"),
    ("y1 = x4", "x4"),
    ("y1 = x1 $ 2", "$"),
    ("y1 = h + x1", "h"),
    ("y1 = x1\ny1 = x2", "y1"),
    ("x1 = 2", "x1"),
    ("y1 x1", "x1"),
    ("import os", "import"),
    ("y1 = alert(1)", "alert"),
    ("y1 = x1.constructor", "."),
    ("y1 = constructor", "constructor"),
    ("y2 = x1", "y2 = x1"),
    ("y1 = 3", "y1 = 3"),
    ("y1 = ", " "),
]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_mistakes_are_marked_and_the_last_good_function_stays(lab, locale):
    page = lab(locale)
    page.select_option("select", "own")
    page.fill("textarea", "y1 = x1*x2")
    page.wait_for_function("Lab.state.own === 'y1 = x1*x2'")
    for text, wrong in MISTAKES:
        page.fill("textarea", text)
        assert page.inner_text(".lab-error mark") == wrong.strip() or page.text_content(".lab-error mark") == wrong, (
            text
        )
        message = page.inner_text(".lab-error")
        assert bool(re.search("[一-鿿]", message)) == (locale == "zh"), message
        assert "undefined" not in message and "{" not in message, message
        assert page.get_attribute("textarea", "aria-invalid") == "true"
        assert page.evaluate("Lab.state.own") == "y1 = x1*x2"
    page.fill("textarea", "y1 ＝ x1×x2；y2＝（x1＋1）")
    assert page.is_hidden(".lab-error")
    assert page.evaluate("Lab.numbers().y.length") == 2


STRANGE = ["f=constructor", "f=__proto__&mode=toString", "x=,&v=a", "own=", "mode=onehot&k=nan", "mode=onehot&k=99"]
STRANGE += ["v=1,2,3,4,5", "mode=quiz&q=inf", "own=" + "(" * 900, "f=own&x=1e999,-0,nan", "u=&mode=jvp", "own=y1%3D%00"]


@pytest.mark.parametrize("search", STRANGE)
def test_strange_address_still_opens_the_lab(lab, search):
    page = lab(search=f"?{search}")
    assert page.locator("td.lab-result").count() > 0


def test_bad_number_is_marked_and_the_last_one_stays(lab):
    page = lab()
    field = page.locator(".lab-control input.lab-number").first
    field.fill("1.2.3")
    assert field.get_attribute("aria-invalid") == "true"
    assert page.evaluate("Lab.state.x[0]") == 1
    assert page.inner_text(".lab-error[aria-live]").startswith("x₁")
    field.fill("-inf")
    assert page.evaluate("Lab.state.x[0] === -Infinity")


def test_both_languages_have_the_same_words():
    words = {}
    for locale in ("zh", "en"):
        source = (ASSETS / f"words.{locale}.js").read_text("utf-8")
        words[locale] = {key: sorted(re.findall(r"\{\d\}", text)) for key, text in re.findall(r'(\w+): "(.*)"', source)}
    assert words["zh"] == words["en"]
    assert len(words["zh"]) > 30


# --- Hands -----------------------------------------------------------------------------------------------------------


PRESS = "handle.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight'}))"


def test_keyboard_moves_numbers_sliders_and_arrows(lab):
    page = lab(search="?f=polar&v=1,0.5")
    page.locator(".lab-control.lab-v input.lab-number").first.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+ArrowDown")
    assert page.evaluate("Lab.state.v[0]") == pytest.approx(0.1)
    page.locator(".lab-control.lab-x input[type=range]").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("Lab.state.x[0]") == pytest.approx(2.1)
    handles = page.locator("[role=slider].lab-handle")
    assert handles.count() == 3
    handles.nth(1).focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("Lab.state.v[1]") == pytest.approx(0.6)
    handles.nth(1).evaluate(f"handle => {{ {PRESS}; {PRESS} }}")  # twice, before anything is painted
    assert page.evaluate("Lab.state.v[1]") == pytest.approx(0.8)
    before = page.evaluate("Lab.numbers().product.map(Number)")
    handles.nth(2).focus()
    page.keyboard.press("ArrowUp")
    after = page.evaluate("Lab.numbers().product.map(Number)")
    assert after == pytest.approx([before[0], before[1] + 0.1], abs=1e-5)
    page.wait_for_timeout(500)
    assert page.inner_text(".lab-spoken").startswith("vᵀJ = (")
    assert "v=" in page.url


def test_dragging_an_arrow_changes_everything_together(lab):
    page = lab(search="?f=linear&v=1,0.5,-0.5")
    handle = page.locator(".lab-handle").last
    handle.scroll_into_view_if_needed()
    box = handle.locator("rect").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] - 30, box["y"] - 40, steps=8)
    page.mouse.up()
    (got,) = page.evaluate(READ, [{}])
    v = page.evaluate("Lab.state.v")
    assert v != [1, 0.5, -0.5]
    moved = handle.locator("rect").bounding_box()
    assert moved["x"] < box["x"] and moved["y"] < box["y"]
    assert str(v[0]) in got["code"]
    assert [displayed(text) for text in got["results"]] == pytest.approx(flat(got["product"]), abs=1e-3)
    assert run(got["code"]) == [pytest.approx(flat(got["product"]))]


def test_rows_light_up_with_their_weight(lab):
    page = lab(search="?v=0,0.5,-1")
    page.wait_for_timeout(100)
    light = (
        "[...document.querySelectorAll('tbody tr')].map(r => r.querySelector('td').style.getPropertyValue('--light'))"
    )
    assert [float(text) for text in page.evaluate(light)] == [0, 0.5, 1]


def test_backward_pass_can_be_walked(lab):
    page = lab()
    slider = page.locator(".lab-tools input[type=range]")
    told = []
    for at in range(10):
        slider.fill(str(at))
        page.evaluate("Lab.render()")
        told.append(page.inner_text(".lab-told"))
    assert told[0] == "0/9"
    assert told[1] == "1/9 y₃ receives 0.3 → x₁: 0.3, c: 0.3"
    assert told[9] == "9/9 x₁ receives 1.1"
    inputs = page.locator(".lab-input .lab-line2").all_text_contents()
    assert inputs == ["1.1", "1.4", "1"]


def test_quiz_hides_the_product_until_asked(lab):
    page = lab()
    page.locator("input[value=quiz]").check(force=True)
    said = "words => document.querySelector('[role=status]').textContent.startsWith(words)"
    page.evaluate("Lab.render()")
    assert page.locator("td.lab-result").all_inner_texts() == ["?", "?", "?"]
    page.get_by_role("button", name="Check").click()
    page.wait_for_function(said, arg="Not yet")
    for field, number in zip(page.locator(".lab-control.lab-v input.lab-number").all(), "001"):
        field.fill(number)
    page.get_by_role("button", name="Check").click()
    page.wait_for_function(said, arg="Right")
    for _ in range(5):
        page.get_by_role("button", name="Next question").click()
        page.get_by_role("button", name="Show an answer").click()
        page.wait_for_function(said, arg="Right")


def test_one_hot_rebuilds_the_jacobian(lab):
    page = lab(search="?mode=onehot")
    assert page.locator("tbody td b").all_inner_texts() == ["6", "3", "2"] + ["·"] * 6
    for _ in range(2):
        page.locator(".lab-tools button").nth(1).click()
        page.evaluate("Lab.render()")
    assert page.locator("tbody td b").all_inner_texts() == list("632111132")
    assert page.locator(".lab-tools button").nth(1).is_disabled()


# --- In the site -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["lab/", "en/lab/"])
def test_lab_is_light_and_fits(visit, server, path):
    server.sent.clear()
    page = visit(server.url + path, viewport=browser.PHONE, color_scheme="dark")
    page.wait_for_selector(".lab-matrix")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    sent = {name: size for name, size in server.sent.items() if name.startswith("assets/lab/")}
    assert len(sent) == 2, sent
    assert sum(sent.values()) < WEIGHT, sent


@pytest.mark.parametrize("path", ["lab/", "en/lab/"])
def test_without_script_the_recorded_picture_is_shown(visit, server, path):
    page = visit(server.url + path, java_script_enabled=False)
    picture = page.locator("#vjp-lab figure [role=img] svg")
    assert picture.is_visible()
    assert "1.4" in picture.text_content()


def test_only_the_lab_loads_the_lab(server):
    loading = {
        path.parent.relative_to(server.folder).as_posix()
        for path in server.folder.rglob("*.html")
        if re.search(r"<(?:script|link)[^>]*assets/lab/", path.read_text("utf-8"))
    }
    assert loading == {"lab", "en/lab"}


def test_scripts_are_published_as_written(server):
    for script in ASSETS.glob("*.js"):
        assert (server.folder / "assets/lab" / script.name).read_bytes() == script.read_bytes()
