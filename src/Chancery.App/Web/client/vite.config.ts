import { defineConfig } from 'vite';

// Plain names: the server says "no-cache", and the browser asks again with the file's tag.
export default defineConfig({
  base: '/dist/',
  build: {
    outDir: '../wwwroot/dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: 'src/desk.ts',
      output: { entryFileNames: 'desk.js', assetFileNames: 'desk[extname]' },
    },
  },
});
