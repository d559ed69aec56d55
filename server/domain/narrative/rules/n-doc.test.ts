import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nDoc } from './n-doc';

testRuleExamples(nDoc);
