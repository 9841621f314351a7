// What the CDN files leave out of Lit, because no element of ours uses it (docs/decisions/0008). Each text must be in its
// module exactly once, else the build stops: a new version of Lit cannot go unnoticed. test/package/lit.test.ts checks that
// the sources use none of this.

/** For each module: code of Lit, and what replaces it. */
const LEFT_OUT = {
  '@lit/reactive-element/reactive-element.js': [
    // hooks for polyfills, and global lists of versions
    ['p=a.reactiveElementPolyfillSupport,', ''],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
    // decorators
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    ['const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}', ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    ['removeController(t){this._$EO?.delete(t)}', ''],
    // properties that are written into attributes, and those that an attribute resets
    ['toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},', ''],
    ['c=a.trustedTypes,l=c?c.emptyScript:"",', ''],
    ['_$ET(t,s){const i=this.constructor.elementProperties.get(t),e=this.constructor._$Eu(t,i);if(void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}}', ''],
    ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),', ''],
    [',this._$Em=null,this._$Ev()', ',this._$Ev()'],
    ['void 0!==e&&this._$Em!==e', 'void 0!==e'],
    ['||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))', ''],
    [
      'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
      'C(t,s){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}',
    ],
    ['this.C(s,void 0,i,e)', 'this.C(s)'],
    ['reflect:!1,useDefault:!1,', ''],
    // attributes that hold JSON, and converters of an element's own
    ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
    ['h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null', 'r=u.fromAttribute(s,t.type);this[e]=r'],
    ['converter:u,', ''],
  ],
  'lit-html/lit-html.js': [
    // hooks for polyfills, and global lists of versions
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3")', ''],
    // templates that are a part of an SVG or MathML picture
    ['l=2===i?"<svg>":3===i?"<math>":"",', 'l="",'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
    ],
    // templates that were compiled before
    ['"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)', 'this._$AC(t)'],
    ['const{values:i,_$litType$:s}=t,', 'const{values:i}=t,'],
    // values inside a comment, and in the text of a script, style, textarea or title
    ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
    ['if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}', ''],
    ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
    ['(c=n??v,d=-1)', '(c=v,d=-1)'],
    [':(c=p,n=void 0);', ':c=p;'],
    // values in place of an attribute
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
    ['1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t))', 'i=new r.ctor(h,r.name,r.strings,this,t)'],
    // directives that are told when they leave the page
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    ['this._$AP?.(!1,!0,s);', ';'],
  ],
  'lit-element/lit-element.js': [
    // hooks for polyfills and hydration, and global lists of versions
    [',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i})', ''],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
    ['connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}', ''],
  ],
};

/** The plugin of the bundler. */
export const litLeftOut = () => ({
  name: 'attune-lit',
  transform(code, id) {
    const [, name] = /node_modules\/((?:@lit\/)?[^/]+\/[^/]+)$/.exec(id) ?? [];
    const changes = LEFT_OUT[name];
    if (!changes) return null;
    for (const [from, to] of changes) {
      const [before, after, ...more] = code.split(from);
      if (after === undefined || more.length) throw new Error(`attune-lit: expected once in ${name}: ${from}`);
      code = before + to + after;
    }
    return { code, map: null };
  },
});
