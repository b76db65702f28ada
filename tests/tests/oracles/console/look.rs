//! How the pages look: light, dark and narrow, with pictures that are kept.

use serde_json::Value;

use super::browser::Browser;
use super::shop::Shop;

/// The texts that have less contrast to what is behind them than WCAG 2.2 asks for (AA, 1.4.3), each with its contrast.
const FAINT: &str = "
    const channels = (color) => color.match(/[\\d.]+/g).map(Number);
    const light = (color) => {
      const [r, g, b] = channels(color).map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
      for (let one = element; one; one = one.parentElement) {
        const color = getComputedStyle(one).backgroundColor;
        if ((channels(color)[3] ?? 1) === 1) return color;
      }
      return getComputedStyle(document.documentElement).backgroundColor;
    };
    const faint = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const element = walk.currentNode.parentElement;
      if (!walk.currentNode.textContent.trim() || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const [one, other] = [light(style.color), light(ground(element))].sort((a, b) => b - a);
      const contrast = (one + 0.05) / (other + 0.05);
      if (contrast < (isLarge ? 3 : 4.5)) faint.push(`${walk.currentNode.textContent.trim()}: ${contrast.toFixed(2)}`);
    }
    return faint;";

/// How much wider than the window the page is, and what sticks out.
const TOO_WIDE: &str = "
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1).map((one) => one.outerHTML.slice(0, 80));";

/// The address of the method with the mistake.
const METHOD: &str =
    "return [...document.querySelectorAll('main a')].find((a) => a.ariaLabel === 'GET /pets/{petId}').hash.slice(2)";

pub(crate) fn pages() {
    let shop = Shop::open();
    let browser = Browser::start();
    browser.resize(1280, 900);
    let api = format!("apis/{}", shop.api);
    browser.open(&shop.page(&api));
    browser.wait_for("main", "Findings");
    let method = browser.run(METHOD).as_str().unwrap().to_owned();
    let test = format!("{method}/test");
    let (stages, compare) = (format!("{api}/stages"), format!("{api}/compare"));
    let pages = [
        ("apis", "", "Pet shop"),
        ("api", api.as_str(), "Findings"),
        ("method", method.as_str(), "Integration response"),
        ("test", test.as_str(), "Request"),
        ("stages", stages.as_str(), "Deployments"),
        ("compare", compare.as_str(), "differ"),
        ("error", "apis/nothing", "This cannot be shown"),
    ];

    for (look, scheme, width, height) in
        [("light", "light", 1280, 900), ("dark", "dark", 1280, 900), ("narrow", "light", 360, 800)]
    {
        browser.prefer(scheme);
        browser.resize(width, height);
        for (name, address, part) in pages {
            browser.open("about:blank");
            browser.open(&shop.page(address));
            browser.wait_for("main", part);
            prepare(&browser, name);
            browser.picture(&format!("{name}-{look}"));
            for (what, script) in [("faint", FAINT), ("too wide", TOO_WIDE)] {
                assert_eq!(browser.run(script), Value::Array(Vec::new()), "{what} on {name}, {look}");
            }
        }
    }
}

/// Brings a page into the state that shows most.
fn prepare(browser: &Browser, page: &str) {
    match page {
        "method" => drop(browser.run("document.getElementById('tab-integration-response').click()")),
        "test" => {
            browser.run("document.querySelector('form').requestSubmit()");
            browser.wait_for("#answer-status", "200");
            browser.run("scrollTo(0, 0)");
        }
        _ => {}
    }
}
