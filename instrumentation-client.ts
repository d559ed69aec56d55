import { firstToHear } from './components/ui/first-to-hear';

// Next runs this before its router listens. Chromium calls the listeners of a window in the order they came, capturing or not, and what
// lies over a page answers Back before the page does (components/ui/way-back).
window.addEventListener('popstate', (event) => firstToHear.pop?.(event));
