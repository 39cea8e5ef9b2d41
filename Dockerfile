FROM node:24-bookworm-slim AS build
WORKDIR /colloquy
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /colloquy
COPY --from=build --chown=node:node /colloquy ./
USER node
ENV HOST=0.0.0.0 COLLOQUY_DEMO=0 COLLOQUY_DATA=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1))"]
CMD ["npm", "start"]
