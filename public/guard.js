/*
 * Speaks before the app does, in the JavaScript of 2009, so that an engine too old for the app still says something.
 * Decides by what the engine can do; the user agent only chooses the words. Where it speaks, the app doesn't start.
 */
(function () {
  'use strict';
  var w = window;
  var d = document;
  var agent = navigator.userAgent || '';

  function has(test) {
    try {
      return !!test();
    } catch (error) {
      return false;
    }
  }

  var modern =
    has(function () { return w.Promise && w.Symbol && w.Map && w.Uint8Array && w.fetch; }) &&
    has(function () { return 'noModule' in d.createElement('script'); }) &&
    has(function () { return w.indexedDB; }) &&
    has(function () { return w.crypto && w.crypto.getRandomValues; }) &&
    has(function () { return w.CSS && CSS.supports('display', 'grid') && CSS.supports('color', 'var(--a)'); }) &&
    // Optional chaining and the like are lowered by the build; what came with them can't be: Chromium 71, Safari 12.1.
    has(function () { return typeof globalThis === 'object' && Object.fromEntries && Array.prototype.flatMap; }) &&
    has(function () { return w.BigInt; });
  var secure = w.isSecureContext !== false;
  var worker = has(function () { return navigator.serviceWorker; });
  var subtle = has(function () { return w.crypto.subtle; });

  var where = /MicroMessenger/i.test(agent) ? '微信' : /DingTalk/i.test(agent) ? '钉钉' : /QQ\//i.test(agent) ? 'QQ' : '';
  var apple = /iPhone|iPad|iPod/i.test(agent);
  var android = /Android/i.test(agent);

  var page = null;
  if (!modern) {
    page = {
      title: '这个浏览器太旧',
      lines: [
        '网格台账要把记录存在本机，这个浏览器做不到。',
        apple
          ? '把系统升级到 iOS 15 或更新，再用 Safari 打开。'
          : android
            ? '更新手机自带的浏览器，或改用 Chrome、Edge、华为浏览器的新版本。'
            : '改用 Edge、Chrome，或 360、奇安信浏览器的极速模式（83 或更新）。'
      ]
    };
  } else if (!secure) {
    page = {
      title: '这个地址不能离线记录',
      lines: [
        '地址以 http 开头。浏览器只在 https 下允许离线打开、定位和拍照。',
        '问管理员要 https 开头的地址，用那个打开。',
        '只在服务器本机上试用，可打开 http://localhost:' + (w.location.port || '80') + '/ 。'
      ]
    };
  } else if (!worker || !subtle) {
    page = where || apple
      ? {
          title: '用浏览器打开',
          lines: [
            (where ? where + '里' : '这个应用里') + '打开的网页不能离线使用，记录可能被清掉。',
            apple ? '点右上角的菜单，选「在 Safari 中打开」。' : '点右上角的菜单，选「在浏览器打开」。'
          ],
          copy: true
        }
      : {
          title: '这个窗口不能离线记录',
          lines: ['浏览器关掉了离线功能。无痕窗口和部分内置浏览器都是这样。', '换普通窗口，或换 Chrome、Edge、Safari 打开。'],
          copy: true
        };
  }
  if (!page) return;

  // The app's scripts see this and stay away.
  w.__gridbookStopped = true;

  // Styles are set one by one: the page's policy refuses those that stand in markup.
  function put(parent, name, text, style) {
    var element = d.createElement(name);
    if (text) element.appendChild(d.createTextNode(text));
    element.style.cssText = style;
    parent.appendChild(element);
    return element;
  }

  function show() {
    var root = d.getElementById('app');
    if (!root) return;
    root.innerHTML = '';
    var main = put(root, 'div', '', 'max-width:480px;margin:0 auto;padding:48px 24px;font:17px/1.6 sans-serif');
    main.setAttribute('role', 'main');
    put(main, 'h1', page.title, 'font-size:24px;line-height:1.4;margin:0 0 16px');
    for (var i = 0; i < page.lines.length; i += 1) put(main, 'p', page.lines[i], 'margin:0 0 12px');
    if (page.copy) {
      put(main, 'p', '复制这个地址：', 'margin:24px 0 8px');
      var address = put(main, 'input', '', 'box-sizing:border-box;width:100%;min-height:52px;padding:0 12px;font-size:17px;border:1px solid #586562;border-radius:8px');
      address.setAttribute('aria-label', '地址');
      address.readOnly = true;
      address.value = w.location.href;
    }
    d.title = '网格台账 · ' + page.title;
  }

  if (d.readyState === 'loading' && d.addEventListener) d.addEventListener('DOMContentLoaded', show);
  else if (d.readyState === 'loading') w.onload = show;
  else show();
})();
