# Common Thread against a PostgreSQL server of your own (docker-compose.yml brings one).
FROM node:24-slim
WORKDIR /srv/common-thread
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
RUN npm ci --include=dev && npm cache clean --force
COPY . .
# The build has no secrets in it: COMMON_THREAD_SECRET comes when the container starts.
RUN node scripts/prebuild.mjs && mkdir -p /data && chown -R node:node /data .next
USER node
ENV DATA_DIR=/data LISTEN=0.0.0.0 PORT=3000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
