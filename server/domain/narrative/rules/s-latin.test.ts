import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { sLatin } from './s-latin';

testRuleExamples(sLatin);
