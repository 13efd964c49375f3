declare module "*.json?first" {
  const words: Record<string, string>;
  export default words;
}

declare module "*.json?later" {
  const words: Record<string, string>;
  export default words;
}
