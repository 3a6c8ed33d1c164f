What Shishi is made of besides its own code, and under which licences. Written by the build.

<#list dependencyMap as e>
<#assign p = e.getKey()/>
<#assign l = e.getValue()/>
${p.groupId}:${p.artifactId} ${p.version}: <#list l as one>${one}<#sep> or </#sep></#list>
</#list>
